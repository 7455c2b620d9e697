export const Footer = () => (
  <footer className="site-footer">
    <div className="wide">
      <p>
        Codes, names and relations as CDE, CTC and Advance CTE publish them, each with its source. What nobody has
        verified is marked so. No personal data.
      </p>
      <ul>
        {(['standards', 'credentials', 'course-codes'] as const).map(service => (
          <li key={service}>
            <a href={`/api/${service}/documentation`}>API of {service}</a>
          </li>
        ))}
      </ul>
    </div>
  </footer>
)
