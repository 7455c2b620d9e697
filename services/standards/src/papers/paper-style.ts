/** Dark on white, nothing told by colour alone. Tables scroll in their own region on a narrow screen; on paper heads repeat and links show where they lead. */
export const PAPER_STYLE = `
:root{color-scheme:light}
body{margin:0;background:#fff;color:#1b1b1b;font:1rem/1.5 system-ui,sans-serif}
main,footer{max-width:50rem;margin:0 auto;padding:1rem}
footer{border-top:2px solid #1b1b1b;font-size:.9rem}
h1{font-size:1.7rem;line-height:1.25;margin:.25rem 0 1rem}
h2{font-size:1.3rem;line-height:1.3;margin:2rem 0 .5rem}
h3{font-size:1.08rem;margin:1.5rem 0 .5rem}
h1,h2,h3,p,li,dd,dt,caption{overflow-wrap:anywhere}
th,td{overflow-wrap:break-word}
p,ul,dl{margin:0 0 .75rem}
ul{padding-left:1.4rem}
dt{font-weight:bold}
dd{margin:0 0 .5rem 1rem}
a{color:#0b4a99;text-decoration:underline}
a:focus-visible,.scroll:focus-visible,pre:focus-visible{outline:3px solid #0b4a99;outline-offset:2px}
.kicker{margin:0;font-weight:bold}
.note{border-left:.4rem solid #1b1b1b;background:#f1f1f1;padding:.6rem .8rem}
.blank{border-bottom:1px solid #1b1b1b;padding:0 1.5rem 0 0}
.where{font-size:.85em;overflow-wrap:anywhere}
.scroll{overflow-x:auto;margin:0 0 1.25rem}
table{border-collapse:collapse;width:100%}
caption{text-align:left;font-weight:bold;padding:.25rem 0}
th,td{border:1px solid #5c5c5c;padding:.35rem .5rem;text-align:left;vertical-align:top;min-width:4.5rem}
thead th{background:#e7e7e7}
tbody th{font-weight:normal}
pre{overflow-x:auto;background:#f1f1f1;padding:.6rem;margin:0 0 .75rem}
@media print{
@page{margin:1.8cm}
body{font-size:10.5pt}
main,footer{max-width:none;padding:0}
.new-page{break-before:page}
.scroll{overflow:visible}
thead{display:table-header-group}
tr,li,dt,.note{break-inside:avoid}
h2,h3,caption{break-after:avoid}
a{color:#1b1b1b}
a[href]::after{content:" [" attr(href) "]";font-size:.75em;overflow-wrap:anywhere}
pre{white-space:pre-wrap;overflow-wrap:anywhere}
}
`
