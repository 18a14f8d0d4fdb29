/** Made-up figures for the screens beside the work. */

export function grid(digit, want) {
  return {sheet: `sheet-${digit}-${Date.now()}`, digit: String(digit), cells: Array.from({length: want}, (_, i) => ({cell: String(i), review: `r${i}`, index: 0,
    confidence: .55 + .44 * i / want, picture: `/api/grid/${i}?digit=${digit}`}))};
}

export function dashboard(service) {
  const queue = service.queue({user: ''});
  const ages = [['under 5 min', 41], ['5 to 30 min', 68], ['30 min to 2 h', 44], ['2 to 8 h', 22], ['over 8 h', 9]];
  return {queue: {open: queue.open, byKind: queue.byKind, byForm: queue.byForm, oldestSeconds: 29_400, byAge: ages.map(([label, count]) => ({label, count}))},
    readRate: {accepted: 18_412, review: 2_237, share: .8917}, error: {sampled: 1_840, wrong: 3, rate: .0016, low: .0003, high: .0048, promised: .002, warn: true},
    throughput: Array.from({length: 12}, (_, i) => ({hour: new Date(Math.floor(Date.now() / 3.6e6 - 11 + i) * 3.6e6).toISOString(), count: Math.round(180 + 160 * Math.sin(i / 2.2) + 12 * i)})),
    people: [['anna', 412, 6.1, .994], ['bo', 318, 7.9, .981], ['chidi', 290, 5.4, .962], ['dora', 120, 11.2, .997]].map(([reviewer, answers, secondsMedian, agreement]) =>
      ({reviewer, answers, secondsMedian, agreement})),
    forms: [['us-cheque', 9120, 1310], ['us-zip-card', 6204, 402], ['tally', 4011, 388], ['deposit-slip', 1314, 137]].map(([form, fields, review]) =>
      ({form, fields, review, share: 1 - review / fields})),
    stages: [['ingest', 0], ['segment', 12], ['classify', 148], ['sink', 3], ['review', 0]].map(([stage, lag]) => ({stage, lag})),
    deadLetters: [{key: 'letters/2026-11-26/scan-0231.pdf', stage: 'ingest', code: 'PDF_ENCRYPTED', message: 'save the PDF without a password', at: '2026-11-26T21:14:03Z', id: 'documents-3-1204'},
      {key: '<script>alert(1)</script>.tif', stage: 'ingest', code: 'TIFF_CORRUPT', message: 'scan the document again or convert it to PDF', at: '2026-11-27T04:02:44Z',
        id: 'documents-1-998'}].filter(({id}) => !service.replayed.includes(id))};
}

export function documentOf(service, name) {
  const mine = [...service.made.values()].filter(({task}) => task.document === name);
  const sent = service.documents.get(name);
  if (mine.length === 0) {
    const age = Date.now() - (sent ?? 0);
    return {document: name, status: age < 1500 ? 'RECEIVED' : age < 4000 ? 'READING' : 'COMPLETE', pages: 1, open: 0, version: 1, reasons: [], numbers: age < 4000 ? [] : [
      {page: 1, copy: 1, form: 'us-zip-card', field: 'zip', text: '107406345', value: '107406345', status: 'ACCEPTED', source: 'MACHINE', confidence: .9991}]};
  }
  const open = mine.filter(({answer}) => answer === null).length;
  return {document: name, status: open ? 'REVIEW' : 'COMPLETE', pages: 1, open, version: 1, reasons: [], numbers: mine[0].fields.map((field) => {
    const asked = mine.find(({task}) => task.field === field.name);
    const done = asked?.answer;
    return {page: 1, copy: 1, form: mine[0].task.form, field: field.name, text: done ? done.text : asked ? '' : field.text, value: done ? done.text : field.value,
      status: asked && !done ? 'REVIEW' : 'ACCEPTED', source: done ? 'HUMAN' : 'MACHINE', confidence: .99};
  })};
}
