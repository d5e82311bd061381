// Open-Meteo's own library for JavaScript, which reads FlatBuffers.
import assert from 'node:assert/strict'
import { fetchWeatherApi } from 'openmeteo'
import { comparisons, places, same, url, weather } from '../vane.mjs'

const hourly = ['temperature_2m', 'relative_humidity_2m', 'wind_speed_10m', 'precipitation', 'cape']
const daily = ['temperature_2m_max', 'sunrise', 'precipitation_sum']
const answers = await fetchWeatherApi(`${url}/v1/forecast`, {
  latitude: places.map((place) => place.latitude),
  longitude: places.map((place) => place.longitude),
  current: ['temperature_2m', 'wind_direction_10m'],
  hourly,
  daily,
  timezone: 'auto',
  wind_speed_unit: 'ms',
})
assert.equal(answers.length, places.length, 'there is not one message for each place')

for (const [index, place] of places.entries()) {
  const vane = await weather(place)
  const answer = answers[index]
  assert.equal(Number(answer.locationId()), index)
  assert.equal(answer.timezone(), vane.place.timeZone)
  same(`${place.name}, latitude`, answer.latitude(), vane.place.latitude, 1e-4)
  same(`${place.name}, temperature`, answer.current().variables(0).value(), vane.current.temperature, 0.01)
  same(`${place.name}, wind direction`, answer.current().variables(1).value(), vane.current.windDirection, 0.01)

  const block = answer.hourly()
  const steps = new Map(vane.hourly.steps.map((step) => [Date.parse(step.time) / 1000, step]))
  const count = (Number(block.timeEnd()) - Number(block.time())) / block.interval()
  assert.equal(count, 168)
  const columns = hourly.map((_, i) => block.variables(i).valuesArray())
  let found = 0
  for (let i = 0; i < count; i++) {
    const step = steps.get(Number(block.time()) + i * block.interval())
    if (!step) continue
    found++
    const own = [step.temperature, step.relativeHumidity, step.windSpeed, step.precipitation, undefined]
    columns.forEach((values, column) => same(`${place.name}, ${step.time} ${hourly[column]}`, values[i], own[column], 0.01))
  }
  assert.ok(found > 120, `only ${found} hours of Vane's are among the library's`)

  const days = answer.daily()
  const maxima = days.variables(0).valuesArray()
  assert.equal(maxima.length, 7)
  vane.daily.days.slice(0, 7).forEach((day, i) => {
    same(`${place.name}, ${day.date} maximum`, maxima[i], day.temperatureMax, 0.01)
    same(`${place.name}, ${day.date} precipitation`, days.variables(2).values(i), day.precipitationSum, 0.01)
  })
  same(`${place.name}, sunrise`, Number(days.variables(1).valuesInt64(0)), Date.parse(vane.astronomy.sun.sunrise) / 1000, 60)
}

await assert.rejects(
  fetchWeatherApi(`${url}/v1/forecast`, { latitude: 91, longitude: 0 }),
  /Latitude must be in range/,
  'the library does not tell why it is refused',
)
console.log(`Open-Meteo's library for JavaScript understood ${comparisons()} numbers as Vane has them.`)
