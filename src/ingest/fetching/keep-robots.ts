import type { Failed } from './fetched.ts'
import { ALL_ALLOWED, type Robots, readRobots } from './robots.ts'

/** What came of asking for a robots.txt. */
export interface RobotsAnswer {
  readonly status: number
  readonly text: string
}

/** RFC 9309 asks for no more than a day; a failure is asked again sooner. In milliseconds. */
const KEPT = 86_400_000
const KEPT_AFTER_FAILURE = 300_000
const MOST_SITES = 5_000

export type RobotsOf = (url: URL) => Promise<Robots | Failed>

interface Kept {
  readonly until: number
  readonly robots: Promise<Robots | Failed>
}

/**
 * The robots.txt of each site, asked for once a day. A site that has none (4xx) lets everything be read; one
 * that fails, or has no time to say (429), lets nothing.
 */
export function keepRobots(
  agent: string,
  now: () => Date,
  ask: (url: URL) => Promise<RobotsAnswer | Failed>,
  later: (host: string) => Failed,
): RobotsOf {
  const sites = new Map<string, Kept>()

  async function read(url: URL): Promise<Robots | Failed> {
    const answer = await ask(new URL('/robots.txt', url))
    const robots = rules(answer, url)
    if ('kind' in robots)
      sites.set(url.origin, { until: now().getTime() + KEPT_AFTER_FAILURE, robots: Promise.resolve(robots) })
    return robots
  }

  function rules(answer: RobotsAnswer | Failed, url: URL): Robots | Failed {
    if ('kind' in answer) return answer.why.startsWith('redirect') ? ALL_ALLOWED : answer
    if (answer.status === 200) return readRobots(answer.text, agent)
    return answer.status >= 400 && answer.status < 500 && answer.status !== 429 ? ALL_ALLOWED : later(url.host)
  }

  return (url) => {
    const kept = sites.get(url.origin)
    if (kept !== undefined && kept.until > now().getTime()) return kept.robots
    const robots = read(url)
    sites.delete(url.origin)
    sites.set(url.origin, { until: now().getTime() + KEPT, robots })
    if (sites.size > MOST_SITES) sites.delete(sites.keys().next().value ?? '')
    return robots
  }
}
