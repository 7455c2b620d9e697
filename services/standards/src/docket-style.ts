/** Dark on white, nothing told by colour alone; below 40 em each row is a block with its labels; on paper the heads repeat. */
export const DOCKET_STYLE = `
:root{color-scheme:light}
body{margin:0;background:#fff;color:#1b1b1b;font:1rem/1.5 system-ui,sans-serif}
main{max-width:75rem;margin:0 auto;padding:1rem}
h1{font-size:1.6rem;line-height:1.25}
h2{font-size:1.25rem;margin:2rem 0 .5rem}
h1,h2,p,dd,th,td{overflow-wrap:anywhere}
p{margin:0 0 .25rem}
dl{margin:0}
dt{font-weight:bold}
dd{margin:0 0 .5rem}
table{border-collapse:collapse;width:100%}
table.tally{width:auto;max-width:100%;margin:0 0 1rem}
caption{text-align:left;font-weight:bold;padding:.25rem 0}
th,td{border:1px solid #5c5c5c;padding:.4rem;text-align:left;vertical-align:top}
thead th{background:#e7e7e7}
tbody th{font-weight:normal}
.status{font-weight:bold}
tr.open>th{border-left:.4rem solid #1b1b1b}
.label{display:none;font-weight:bold}
@media screen and (max-width:40em){
table[role] thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
table[role],table[role] tbody,table[role] tr,table[role] th,table[role] td,table[role] caption{display:block}
table[role] tr{margin:0 0 1rem;border:1px solid #5c5c5c}
table[role] th,table[role] td{border:0;border-top:1px solid #b5b5b5}
.label{display:block}
}
@media print{
@page{margin:1.5cm}
body{font-size:10pt}
main{max-width:none;padding:0}
thead{display:table-header-group}
tr{break-inside:avoid}
h2{break-after:avoid}
}
`
