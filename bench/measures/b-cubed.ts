export interface Figures {
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

/** B³ (Bagga and Baldwin, 1998): for each item, how much of its cluster is right and how much of its event is there. */
export function bCubed(truth: readonly string[], found: readonly (string | number)[]): Figures {
  let precision = 0
  let recall = 0
  for (let item = 0; item < truth.length; item += 1) {
    let event = 0
    let cluster = 0
    let both = 0
    for (let other = 0; other < truth.length; other += 1) {
      const same = truth[item] === truth[other]
      const together = found[item] === found[other]
      event += Number(same)
      cluster += Number(together)
      both += Number(same && together)
    }
    precision += both / cluster / truth.length
    recall += both / event / truth.length
  }
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) }
}
