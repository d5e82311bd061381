package dev.vane.adapters.rest.openmeteo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VariableNameTest {

    @ParameterizedTest
    @CsvSource({
        "temperature_2m, temperature_2m",
        "relativehumidity_2m, relative_humidity_2m",
        "dewpoint_2m, dew_point_2m",
        "windspeed_10m, wind_speed_10m",
        "winddirection_10m, wind_direction_10m",
        "windgusts_10m, wind_gusts_10m",
        "cloudcover, cloud_cover",
        "cloudcover_low, cloud_cover_low",
        "weathercode, weather_code",
        "freezinglevel_height, freezing_level_height",
        "vapor_pressure_deficit, vapour_pressure_deficit",
        "soil_moisture_0_1cm, soil_moisture_0_to_1cm",
        "windspeed_10m_max, wind_speed_10m_max",
        "winddirection_10m_dominant, wind_direction_10m_dominant",
        "us_aqi_no2, us_aqi_nitrogen_dioxide",
        "surface_air_pressure, surface_pressure"
    })
    void knowsTheNamesOfBefore(String old, String today) {
        VariableName before = VariableName.parse(old);
        VariableName after = VariableName.parse(today);
        assertThat(after.variable()).isNotEqualTo(Catalogue.UNKNOWN);
        assertThat(before.asked()).isEqualTo(old);
        assertThat(before.variable()).isEqualTo(after.variable());
        assertThat(before.level()).isEqualTo(after.level());
        assertThat(before.aggregation()).isEqualTo(after.aggregation());
    }

    /** Each number is that of weather_api.fbs in Open-Meteo's SDK. */
    @ParameterizedTest
    @CsvSource({
        "temperature_2m, 47, CELSIUS, NONE, 2, 0, 0, 0, 0",
        "temperature_2m_max, 47, CELSIUS, MAXIMUM, 2, 0, 0, 0, 0",
        "wind_speed_850hPa, 59, METRE_PER_SECOND, NONE, 0, 850, 0, 0, 0",
        "soil_moisture_9_to_27cm, 42, CUBIC_METRE_PER_CUBIC_METRE, NONE, 0, 0, 9, 27, 0",
        "soil_temperature_54cm, 44, CELSIUS, NONE, 0, 0, 54, 0, 0",
        "rain_previous_day3, 28, MILLIMETRE, NONE, 0, 0, 0, 0, 3",
        "shortwave_radiation_sum, 32, MEGAJOULE_PER_SQUARE_METRE, SUM, 0, 0, 0, 0, 0",
        "temperature_2m_spread, 47, KELVIN, SPREAD, 2, 0, 0, 0, 0",
        "precipitation_hours, 25, HOURS, NONE, 0, 0, 0, 0, 0",
        "pm2_5, 76, MICROGRAMS_PER_CUBIC_METRE, NONE, 0, 0, 0, 0, 0",
        "weather_code, 56, WMO_CODE, NONE, 0, 0, 0, 0, 0",
        "sunrise, 40, ISO8601, NONE, 0, 0, 0, 0, 0",
        "uv_index_clear_sky_max, 53, DIMENSIONLESS, MAXIMUM, 0, 0, 0, 0, 0"
    })
    void takesANameApart(
            String name,
            int code,
            Measure unit,
            Aggregation aggregation,
            int altitude,
            int pressure,
            int depth,
            int depthTo,
            int previousDay) {
        VariableName parsed = VariableName.parse(name);
        assertThat(parsed.variable().code()).isEqualTo((byte) code);
        assertThat(parsed.unit()).isEqualTo(unit);
        assertThat(parsed.aggregation()).isEqualTo(aggregation);
        assertThat(parsed.level()).isEqualTo(new VariableName.Level(altitude, pressure, depth, depthTo));
        assertThat(parsed.previousDay()).isEqualTo(previousDay);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"flux_capacitance", "temperature_2m_2m", "_max", "_2m", "undefined", "a", "99999m", "x_99999cm"})
    void takesAnythingElseForUnknown(String name) {
        assertThat(VariableName.parse(name).variable()).isEqualTo(Catalogue.UNKNOWN);
        assertThat(VariableName.parse(name).unit().symbol()).isEqualTo("undefined");
    }

    @Test
    void hasTheUnitsInTheOrderOfTheSchema() {
        assertThat(Measure.values()).hasSize(43);
        assertThat(Measure.CELSIUS.code()).isEqualTo((byte) 1);
        assertThat(Measure.KILOMETRES_PER_HOUR.code()).isEqualTo((byte) 24);
        assertThat(Measure.WMO_CODE.code()).isEqualTo((byte) 40);
        assertThat(Measure.KILOGRAM_PER_CUBIC_METRE.code()).isEqualTo((byte) 42);
    }
}
