// MagicMirror's Open-Meteo provider, pointed at Vane by `apiBase`.
import assert from 'node:assert/strict'
import { comparisons, places, same, url, weather } from '../vane.mjs'
import { heard, understood } from './host.mjs'

const config = ({ latitude, longitude }, type) => ({
  weatherProvider: 'openmeteo',
  apiBase: `${url}/v1`,
  lat: latitude,
  lon: longitude,
  type,
  maxNumberOfDays: type === 'hourly' ? 2 : 5,
})
const minute = (time) => Date.parse(time) / 60_000

for (const place of places) {
  const vane = await weather(place)
  const hours = new Map(vane.hourly.steps.map((step) => [minute(step.time), step]))
  const days = new Map(vane.daily.days.map((day) => [day.date, day]))
  const localDate = (time) => new Intl.DateTimeFormat('sv-SE', { timeZone: vane.place.timeZone }).format(new Date(time))

  const current = await understood(config(place, 'current'))
  const say = (what) => `${place.name}, MagicMirror's current ${what}`
  same(say('temperature'), current.temperature, vane.current.temperature, 0.05)
  same(say('wind speed'), current.windSpeed, vane.current.windSpeed, 0.005)
  same(say('wind direction'), current.windFromDirection, vane.current.windDirection, 0.5)
  const hour = minute(vane.current.time) - (minute(vane.current.time) % 60)
  assert.equal(minute(current.date), hour, `${place.name}: MagicMirror's current weather is of ${current.date}, not of this hour`)
  const now = hours.get(hour) ?? {} // a forecast that is new may begin with the next hour: then nothing is known here
  same(say('humidity'), current.humidity, now.relativeHumidity, 0.5)
  same(say('feels-like'), current.feelsLikeTemp, now.apparentTemperature, 0.05)
  same(say('precipitation'), current.precipitationAmount, now.precipitation, 0.005)
  same(say('probability'), current.precipitationProbability, now.precipitationProbability, 0.5)
  same(say('sunrise'), minute(current.sunrise), minute(vane.astronomy.sun.sunrise), 1)
  same(say('sunset'), minute(current.sunset), minute(vane.astronomy.sun.sunset), 1)
  assert.match(current.weatherType ?? '', /^(day|night|snowflake)-/, `${place.name}: no symbol for the weather now`)

  const forecast = await understood(config(place, 'daily'))
  assert.equal(forecast.length, 6, `${place.name}: MagicMirror has ${forecast.length} days`)
  for (const day of forecast) {
    const own = days.get(localDate(day.date))
    assert.ok(own, `${place.name}: ${day.date} is no day of Vane's`)
    same(`${own.date} maximum`, day.maxTemperature, own.temperatureMax, 0.05)
    same(`${own.date} minimum`, day.minTemperature, own.temperatureMin, 0.05)
    same(`${own.date} wind`, day.windSpeed, own.windSpeedMax, 0.005)
    same(`${own.date} precipitation`, day.precipitationAmount, own.precipitationSum, 0.005)
    same(`${own.date} rain`, day.rain, own.rainSum, 0.005)
    same(`${own.date} snow in mm`, day.snow, own.snowfallSum === undefined ? undefined : own.snowfallSum * 10, 0.05)
    same(`${own.date} UV index`, day.uvIndex, own.uvIndexMax, 0.005)
    assert.match(day.weatherType ?? '', /^(day|snowflake)-/, `${place.name}: no symbol for ${own.date}`)
  }

  const hourly = await understood(config(place, 'hourly'))
  assert.ok(hourly.length >= 24, `${place.name}: MagicMirror has ${hourly.length} hours`)
  for (const hour of hourly) {
    const own = hours.get(minute(hour.date)) ?? {}
    const at = `${place.name}, ${hour.date}`
    same(`${at} temperature`, hour.temperature, own.temperature, 0.05)
    same(`${at} wind`, hour.windSpeed, own.windSpeed, 0.005)
    same(`${at} wind direction`, hour.windFromDirection, own.windDirection, 0.5)
    same(`${at} humidity`, hour.humidity, own.relativeHumidity, 0.5)
    same(`${at} precipitation`, hour.precipitationAmount, own.precipitation, 0.005)
    same(`${at} probability`, hour.precipitationProbability, own.precipitationProbability, 0.5)
  }
}

const refused = await heard(config({ latitude: 91, longitude: 0 }, 'current'))
assert.equal(refused.translationKey, 'MODULE_ERROR_CLIENT_ERROR', `what is out of range is shown as ${refused.translationKey}`)
assert.ok(comparisons() > 400, `only ${comparisons()} numbers were compared`)
console.log(`MagicMirror's Open-Meteo provider understood ${comparisons()} numbers as Vane has them.`)
