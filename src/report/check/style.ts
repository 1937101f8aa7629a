// Nothing -> the styles of the pages: the calm look of the handouts, on screen and on paper.
import { Html } from './html.js'

/** Light only, as paper is. Nothing is told by colour alone: signs, words and frames say the same. */
export const style = new Html(`
:root{--primary:#0b4f6c;--tint:#eef4f7;--rule:#c6d6de;--accent:#a92f18;--accent-tint:#fbefec;--good:#1d6b3a;--text:#1b1b1b;--quiet:#4f5b62;
color-scheme:light;font-family:"Atkinson Hyperlegible Next","Atkinson Hyperlegible",system-ui,-apple-system,"Segoe UI",sans-serif;font-size:16px;line-height:1.45;color:var(--text);background:#fff}
*{box-sizing:border-box;margin:0;padding:0}
body{max-width:76rem;margin:0 auto;padding:1.5rem 1.5rem 4rem}
h1{font-size:1.9rem;line-height:1.15;letter-spacing:-.01em;text-wrap:balance;margin:.35rem 0 .5rem}
h2{font-size:1.2rem;line-height:1.25;color:var(--primary);margin-bottom:.6rem}
h3{font-size:1rem;line-height:1.3}
a{color:var(--primary);text-underline-offset:.15em}
a:focus-visible{outline:3px solid var(--primary);outline-offset:2px}
p{max-width:46rem}
code{font:.86em ui-monospace,"SFMono-Regular",Menlo,Consolas,monospace;overflow-wrap:anywhere}
header{border-bottom:3px solid var(--primary);padding-bottom:.9rem}
nav{font-size:.9rem;color:var(--quiet)}
section{border-top:1px solid var(--rule);padding-top:1.1rem;margin-top:1.6rem}
main>section:first-child{border-top:0;margin-top:.4rem}
section>p,section>ul{margin-bottom:.8rem}
footer{margin-top:3rem;border-top:1px solid var(--rule);padding-top:.6rem;font-size:.85rem;color:var(--quiet)}
.facts{display:flex;flex-wrap:wrap;gap:.2rem 1.6rem;list-style:none;color:var(--quiet)}
.facts strong{color:var(--text)}
.quiet{color:var(--quiet)}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.wide{overflow-x:auto}
table{border-collapse:collapse}
th{text-align:start;font-weight:600}
td,th{vertical-align:top}
.cards{display:grid;grid-template-columns:repeat(var(--columns),minmax(0,1fr));gap:1rem}
.card{border:1px solid var(--rule);border-radius:6px;padding:.75rem .9rem .8rem;break-inside:avoid}
.card h3{display:flex;justify-content:space-between;gap:1rem;align-items:baseline}
.card .facts{font-size:.88rem;gap:.1rem 1rem;margin:.15rem 0 .5rem}
.bars{width:100%;max-width:52rem;font-size:.88rem;margin-bottom:.6rem}
.card .bars{margin:0}
.bars th{font-weight:400;padding:.12rem .6rem .12rem 0;white-space:nowrap}
.bars td{padding:.12rem 0}
.bars tbody>tr>*{vertical-align:middle}
.bars .chart{width:100%;min-width:5rem;padding-inline-end:.6rem}
.bars svg{display:block;width:100%;height:14px;overflow:visible}
.bars .value{text-align:end;font-weight:600;white-space:nowrap}
.bars .limit{padding-inline-start:.5rem;color:var(--quiet);white-space:nowrap}
.track{fill:var(--tint)}.amount{fill:var(--primary)}.further{fill:#9dbccb}.mark,.halo{stroke:var(--text);stroke-width:2;vector-effect:non-scaling-stroke}.halo{stroke:#fff;stroke-width:6}
.fails .amount{fill:var(--accent)}.fails .value{color:var(--accent)}
.fails .value::before{content:"▲ ";font-size:.8em}
.findings{width:100%;font-size:.94rem}
.findings th,.findings td{padding:.4rem .8rem .4rem 0;border-bottom:1px solid var(--rule)}
.findings thead th{color:var(--quiet);font-weight:600;font-size:.88rem}
.findings .place{white-space:nowrap;font-variant-numeric:tabular-nums}
.findings td p{margin-top:.15rem;color:var(--quiet)}
.severity{font-weight:600;font-size:.82rem;padding:.05rem .4rem;border:1px solid currentColor;border-radius:3px;white-space:nowrap}
.error .severity,.severity.error{color:#fff;background:var(--accent);border-color:var(--accent)}
.warning .severity,.severity.warning{color:var(--accent)}
.info .severity,.severity.info{color:var(--primary)}
.number-cell{text-align:end;font-variant-numeric:tabular-nums}
.overview{width:100%}
.overview tbody th{min-width:16rem}
.after{margin-top:.7rem}
.overview thead .number-cell{max-width:10rem}
.overview th,.overview td{padding:.5rem .9rem .5rem 0;border-bottom:1px solid var(--rule)}
.overview thead th{color:var(--quiet);font-size:.88rem;vertical-align:bottom}
.overview thead .number-cell{text-align:end}
.overview .path{display:block;font-size:.85rem;color:var(--quiet);font-weight:400}
.matrix{font-size:.94rem;width:100%}
.matrix th,.matrix td{padding:.26rem .5rem .26rem 0;border-bottom:1px solid #e3ebef}
.matrix tbody th{font-weight:400}
.matrix td{text-align:center;padding-inline:.35rem}
.matrix thead th{text-align:center;padding-inline:.5rem;border-bottom-color:var(--rule)}
.matrix thead th[scope=colgroup]{border-inline-start:1px solid var(--rule)}
.matrix .item-number,.items .item-number{color:var(--quiet);text-align:end;padding-inline-end:.7rem;font-variant-numeric:tabular-nums;width:2.4rem}
.part th{color:var(--primary);font-weight:600!important;padding-top:1rem!important}
.part td{border-bottom-color:#e3ebef}
.foot th,.foot td{background:var(--tint);font-weight:600!important;font-size:.88rem}
.foot th{padding-inline-start:.7rem!important}
.sign{display:inline-block;min-width:1.45em;line-height:1.4;text-align:center;border-radius:3px;font-weight:700;border:1.5px solid transparent}
.sign.agree{color:var(--good)}
.sign.disagree{color:#fff;background:var(--accent)}
.sign.not-applicable{color:var(--quiet)}
.sign.not-assessed{color:var(--quiet);border:1.5px dotted #8a979e}
.sign.signed{border:1.5px solid currentColor}
.sign.signed.disagree{outline:1.5px solid var(--accent);outline-offset:1.5px}
.legend{display:flex;flex-wrap:wrap;gap:.2rem 1.4rem;font-size:.88rem;color:var(--quiet);max-width:none}
.items{width:100%;font-size:.94rem}
.items th,.items td{padding:.32rem .8rem .32rem 0;border-bottom:1px solid #e3ebef}
.items tbody th{font-weight:400;width:36%}
.items thead th{color:var(--quiet);font-size:.88rem}
.evidence span{display:block}
.evidence .signature{font-weight:600}
.evidence .open{color:var(--quiet)}
.tallies{list-style:none}
.tallies li{max-width:56rem;margin-bottom:.2rem}
.text{max-width:56rem;border:1px solid var(--rule);border-radius:6px;padding:.8rem 1rem 1rem 0}
.line{display:flex;gap:.9rem;padding:.14rem 0;break-inside:avoid}
.line>.number{flex:none;width:3.2rem;text-align:end;color:#66737a;font-size:.82rem;line-height:1.75;font-variant-numeric:tabular-nums;user-select:none}
.words{max-width:42rem;padding-inline-start:.8rem;border-inline-start:3px solid transparent}
.boxed .words{border-inline-start-color:var(--rule)}
.box-name{display:block;font-size:.8rem;font-weight:600;color:var(--primary)}
.heading{padding-top:.7rem}
.heading .words{color:var(--primary)}
.item .words::before{content:"• ";color:var(--primary)}
.label .words{font-weight:600}
mark{background:#fdf0c4;color:inherit;padding:.05em .1em;border-bottom:2px solid #b98900}
.meaning{color:var(--quiet)}
.rank{font-weight:700;font-size:.72em;margin-inline-start:.2em}
.remark{font-size:.88rem;font-weight:400;margin:.25rem 0 .3rem;padding-inline-start:.7rem;border-inline-start:3px solid var(--accent)}
.remark.info{border-color:var(--primary)}
.hint{color:var(--quiet)}
.handouts{padding-inline-start:1.2rem}
.costly{padding-inline-start:1.4rem}
.costly li{max-width:46rem;margin-bottom:.3rem}
pre{background:var(--tint);border-radius:6px;padding:.8rem 1rem;font:.86rem/1.5 ui-monospace,Menlo,Consolas,monospace;white-space:pre-wrap;overflow-wrap:anywhere;margin-top:.8rem}
@media (max-width:64rem){.cards{grid-template-columns:repeat(auto-fit,minmax(min(100%,19rem),1fr))}}
@media (max-width:44rem){body{padding:1rem}.items,.items tbody,.items tr,.items td,.items th{display:block;width:auto!important}.items thead{display:none}.items tr{border-bottom:1px solid var(--rule);padding:.4rem 0}.items td,.items th{border:0;padding:.1rem 0}.items .item-number{text-align:start}}
@media print{@page{margin:16mm 14mm}:root{font-size:10pt}body{max-width:none;padding:0 1px}a{color:inherit;text-decoration:none}.wide{overflow:visible}tr,.card{break-inside:avoid}h2,h3,thead,.part,.legend{break-after:avoid}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}.cards{grid-template-columns:repeat(var(--columns),minmax(0,1fr));gap:.5rem}.card{padding:.5rem;font-size:8pt}.card .facts,.card .bars{font-size:8pt}.card .bars .chart{min-width:1.6rem}.card .bars th{padding-inline-end:.3rem}footer{margin-top:1rem;break-before:avoid}}
`)
