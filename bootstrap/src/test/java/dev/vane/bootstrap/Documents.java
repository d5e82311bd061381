package dev.vane.bootstrap;

/** Small documents in the formats of the providers, for Zurich on 2026-02-06. */
final class Documents {

    /** Zurich's GeoNames id. */
    static final String ZURICH = "2657896";

    /** Open-Meteo, as Vane asks for it: times in seconds, m/s. */
    static final String OPEN_METEO = """
            {"latitude":47.38,"longitude":8.54,"utc_offset_seconds":3600,"timezone":"Europe/Zurich","elevation":408.0,
             "current_units":{"time":"unixtime","interval":"seconds","temperature_2m":"°C","relative_humidity_2m":"%",
              "weather_code":"wmo code","wind_speed_10m":"m/s","wind_direction_10m":"°","precipitation":"mm"},
             "current":{"time":1770413400,"interval":900,"temperature_2m":7.4,"relative_humidity_2m":81,
              "weather_code":61,"wind_speed_10m":3.5,"wind_direction_10m":250,"precipitation":0.4},
             "hourly_units":{"time":"unixtime","temperature_2m":"°C","precipitation":"mm","weather_code":"wmo code"},
             "hourly":{"time":[1770411600,1770415200,1770418800,1770422400],"temperature_2m":[7.6,7.2,6.9,6.1],
              "precipitation":[0.2,0.9,1.3,0.0],"weather_code":[61,63,63,3]},
             "daily_units":{"time":"unixtime","temperature_2m_max":"°C","temperature_2m_min":"°C",
              "precipitation_sum":"mm","weather_code":"wmo code"},
             "daily":{"time":[1770332400,1770418800],"temperature_2m_max":[9.1,8.0],"temperature_2m_min":[4.2,3.3],
              "precipitation_sum":[4.4,2.0],"weather_code":[63,3]}}
            """;

    /** OpenWeather's current weather in metric units, with rain and snow as objects. */
    static final String OPENWEATHER_CURRENT = """
            {"coord":{"lon":8.55,"lat":47.37},"weather":[{"id":616,"main":"Snow","description":"rain and snow","icon":"13n"}],
             "main":{"temp":1.2,"feels_like":-2.0,"pressure":1009,"humidity":93},"visibility":7000,
             "wind":{"speed":3.1,"deg":220},"rain":{"1h":0.7},"snow":{"1h":0.3},"clouds":{"all":90},
             "dt":1770413400,"sys":{"country":"CH","sunrise":0,"sunset":0},"timezone":3600,"id":2657896,"name":"Zurich","cod":200}
            """;

    /** OpenWeather's forecast in steps of three hours. */
    static final String OPENWEATHER_FORECAST = """
            {"cod":"200","message":0,"cnt":2,"list":[
             {"dt":1770422400,"main":{"temp":0.8,"pressure":1010,"humidity":95},"weather":[{"id":601,"main":"Snow"}],
              "clouds":{"all":100},"wind":{"speed":2.0,"deg":200},"pop":0.8,"snow":{"3h":1.1}},
             {"dt":1770433200,"main":{"temp":0.1,"pressure":1012,"humidity":96},"weather":[{"id":804,"main":"Clouds"}],
              "clouds":{"all":100},"wind":{"speed":1.5,"deg":190},"pop":0.1}],
             "city":{"id":2657896,"name":"Zurich","country":"CH","timezone":3600}}
            """;

    /** MET Norway: two hours, the second with its instant values alone. */
    static final String MET_NORWAY = """
            {"type":"Feature","geometry":{"type":"Point","coordinates":[8.55,47.3667,429]},
             "properties":{"meta":{"updated_at":"2026-02-06T20:48:00Z","units":{"air_temperature":"celsius",
               "precipitation_amount":"mm","relative_humidity":"%","wind_speed":"m/s"}},
              "timeseries":[
               {"time":"2026-02-06T21:00:00Z","data":{"instant":{"details":{"air_temperature":6.5,
                 "relative_humidity":84.0,"wind_speed":2.2}},
                "next_1_hours":{"summary":{"symbol_code":"lightrain"},"details":{"precipitation_amount":0.3}}}},
               {"time":"2026-02-06T22:00:00Z","data":{"instant":{"details":{"air_temperature":6.1,
                 "relative_humidity":86.0,"wind_speed":2.0}}}}]}}
            """;

    private Documents() {}
}
