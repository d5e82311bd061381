// What Vane's own API says of a place, and the comparison of what a client understood with it. A client may have rounded,
// so each comparison says by how much.
import assert from 'node:assert/strict'
import process from 'node:process'

export const url = process.env.VANE_URL
assert.ok(url, 'VANE_URL is not set: clients are checked by ops/clients/run')

export const places = [
  { name: 'Berlin', latitude: Number(process.env.BERLIN_LATITUDE), longitude: Number(process.env.BERLIN_LONGITUDE) },
  { name: 'the sea', latitude: Number(process.env.SEA_LATITUDE), longitude: Number(process.env.SEA_LONGITUDE) },
]

/** The weather of a point in metric units: °C, m/s, hPa, mm, cm of snow, %. */
export async function weather({ latitude, longitude }) {
  const response = await fetch(`${url}/api/v1/weather?lat=${latitude}&lon=${longitude}&hours=384&days=16`)
  assert.equal(response.status, 200, `Vane's own API answers ${response.status} for ${latitude},${longitude}`)
  return response.json()
}

let compared = 0

/** Compares a number that a client understood with Vane's; absent ones have to be absent in both. */
export function same(what, understood, expected, tolerance) {
  compared += 1
  const absent = understood === null || understood === undefined || Number.isNaN(understood)
  if (expected === undefined || expected === null) {
    assert.ok(absent, `${what} is ${understood}, and Vane does not have it`)
    return
  }
  assert.ok(!absent, `${what} is missing, and Vane has ${expected}`)
  const off = Math.abs(understood - expected)
  assert.ok(off <= tolerance + 1e-9, `${what} is ${understood}, and Vane has ${expected}`)
}

/** How many numbers have been compared. */
export const comparisons = () => compared
