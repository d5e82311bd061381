// judge.mjs FOLDER: says what is wrong with a stop under load, from what load.mjs found (`result`), the readings that were
// acknowledged (`acknowledged`, `acknowledged-before`) and what the database then held (`export`).
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'

const [folder] = process.argv.slice(2)
const read = (name) => readFileSync(join(folder, name), 'utf8')
const lines = (name) => read(name).split('\n').filter(Boolean).map((line) => JSON.parse(line))

const result = JSON.parse(read('result'))
const acknowledged = [...lines('acknowledged-before'), ...lines('acknowledged')]
const kept = new Map(
  lines('export')
    .filter((line) => line.kind === 'observation')
    .map((line) => [Date.parse(line.time), line.values.temperature]),
)
const lost = acknowledged.filter((reading) => Math.abs((kept.get(Date.parse(reading.time)) ?? NaN) - reading.temperature) > 0.01 || !kept.has(Date.parse(reading.time)))
const failed = Object.entries(result.byStatus).filter(([status]) => Number(status) >= 500)

const rate = Math.round(result.sent / ((Date.parse(result.last) - Date.parse(result.first)) / 1000))

const faults = []
if (result.cut !== 0) faults.push(`${result.cut} accepted requests were cut`)
if (result.complete !== result.sent - result.cut) faults.push(`of ${result.sent} requests ${result.complete} were answered`)
// Less than half of the load that is meant proves less than is said.
if (!(rate >= 1000)) faults.push(`only ${rate} requests/s were sent, not 2,000; is the machine too busy?`)
if (result.refused === 0) faults.push('no connection was refused at the end: did the load end before the stop?')
if (failed.length > 0) faults.push(`there were answers such as ${failed.map(([status, times]) => `${times} × ${status}`)}`)
if (acknowledged.length < 50) faults.push(`only ${acknowledged.length} readings were acknowledged`)
if (lost.length > 0) faults.push(`${lost.length} of ${acknowledged.length} acknowledged readings are not in the database: ${JSON.stringify(lost[0])}`)
for (const fault of faults) console.error(fault)
if (faults.length > 0) process.exit(1)
console.log(`${result.complete} requests answered (${rate}/s), none cut; ${acknowledged.length} acknowledged readings are all in the database.`)
