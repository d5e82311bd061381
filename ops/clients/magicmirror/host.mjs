// Hosts MagicMirror's own weather code without a mirror: its node helper loads a provider by name, starts it, and sends what the
// provider understood to the page by a notification, which is caught here. Nothing of MagicMirror is changed; only requests
// to anything but Vane are answered by 503 here, so that nothing leaves this machine.
import { createRequire } from 'node:module'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { url } from '../vane.mjs'

process.env.mmTestMode = 'true' // no log, and one fetch instead of one each ten minutes
const require = createRequire(import.meta.url)
const root = fileURLToPath(new URL('./node_modules/magicmirror/', import.meta.url))
require(`${root}js/alias-resolver.js`)
globalThis.version = require(`${root}package.json`).version
globalThis.root_path = root
const WeatherHelper = require(`${root}defaultmodules/weather/node_helper.js`)

const outside = globalThis.fetch
globalThis.fetch = (target, options) => {
  const address = String(target?.url ?? target)
  return address.startsWith(`${url}/`) ? outside(target, options) : Promise.resolve(new Response('', { status: 503 }))
}

/** What the mirror hears of a provider within ten seconds: its data, or the error that it would show. */
export function heard(config) {
  return new Promise((resolve, reject) => {
    const limit = setTimeout(() => reject(new Error(`${config.weatherProvider} said nothing within 10 s`)), 10_000)
    const helper = new WeatherHelper()
    helper.setName('weather')
    helper.sendSocketNotification = (notification, payload) => {
      if (notification !== 'WEATHER_DATA' && notification !== 'WEATHER_ERROR') return
      clearTimeout(limit)
      helper.socketNotificationReceived('STOP_WEATHER', { instanceId: 'check' })
      resolve(payload)
    }
    helper.socketNotificationReceived('INIT_WEATHER', { instanceId: 'check', ...config })
  })
}

/** What the mirror understood of a type: current, daily or hourly. Dates are as the page gets them, after JSON. */
export async function understood(config) {
  const payload = await heard(config)
  if (!payload.data) throw new Error(`MagicMirror shows an error for ${config.weatherProvider} ${config.type}: ${payload.error}`)
  return JSON.parse(JSON.stringify(payload.data))
}
