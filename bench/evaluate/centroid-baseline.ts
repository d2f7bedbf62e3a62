import type { Traits } from '#core/story/traits.ts'

/** On-line TF-IDF: each text joins the cluster whose mean it is most like, or opens one below the threshold. */
export function clusterByCentroid(texts: readonly Traits[], threshold: number): readonly number[] {
  const frequency = new Map<string, number>()
  const centroids: Map<string, number>[] = []
  return texts.map(({ words }, at) => {
    const single = words.filter(([term]) => !term.includes(' '))
    for (const [term] of single) frequency.set(term, (frequency.get(term) ?? 0) + 1)
    const vector = unit(
      new Map(
        single.map(([term, count]) => [term, (1 + Math.log(count)) * Math.log(1 + (at + 1) / frequency.get(term)!)]),
      ),
    )
    let best = -1
    let most = threshold
    for (const [cluster, centroid] of centroids.entries()) {
      const length = Math.sqrt([...centroid.values()].reduce((sum, value) => sum + value * value, 0))
      const like = [...vector].reduce((sum, [term, value]) => sum + value * (centroid.get(term) ?? 0), 0) / length
      if (like > most) {
        most = like
        best = cluster
      }
    }
    if (best === -1) best = centroids.push(new Map()) - 1
    for (const [term, value] of vector) centroids[best]!.set(term, (centroids[best]!.get(term) ?? 0) + value)
    return best
  })
}

function unit(vector: Map<string, number>): Map<string, number> {
  const length = Math.sqrt([...vector.values()].reduce((sum, value) => sum + value * value, 0)) || 1
  return new Map([...vector].map(([term, value]) => [term, value / length]))
}
