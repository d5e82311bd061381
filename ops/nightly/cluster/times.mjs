// times.mjs < POD: how long after its container's start a pod became ready. Kubernetes counts in whole seconds.
import { readFileSync } from 'node:fs'

const { status } = JSON.parse(readFileSync(0, 'utf8'))
const ready = status.conditions.find(({ type }) => type === 'Ready').lastTransitionTime
const started = status.containerStatuses[0].state.running.startedAt
console.log(`${(Date.parse(ready) - Date.parse(started)) / 1000} s`)
