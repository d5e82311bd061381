package dev.vane.adapters.sources.metar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vane.adapters.sources.Replies;
import dev.vane.adapters.sources.SharedFolder;
import dev.vane.adapters.sources.json.JsonArray;
import dev.vane.adapters.sources.json.JsonObject;
import dev.vane.adapters.sources.json.JsonTree;
import dev.vane.adapters.sources.metar.Decoded.Missing;
import dev.vane.adapters.sources.metar.Decoded.Refused;
import dev.vane.adapters.sources.metar.Decoded.Report;
import dev.vane.domain.weather.Variable;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetarDecoderTest {

    private static final List<String> WHOLE = List.of(
            "METAR EDDB 062120Z AUTO 24015G27KT 200V280 4500 0800NE R25L/1100U -SHRA FEW008 BKN012CB OVC030 M02/M05 Q0998"
                    + " RERA TEMPO 2000 SHSN=",
            "SPECI KSEA 062053Z COR VRB03KT 2 1/2SM +TSRAGR BR VV003 10/10 A2992 RMK AO2 SLP132 P0012 60034 4/005"
                    + " T01020098 $");

    private static Decoded decode(String text) {
        return MetarDecoder.decode(text, Replies.NOW);
    }

    /** All that a report says, in the order of the variables, with two decimals at most; the sky and the rest behind. */
    private static String said(String text) {
        Decoded decoded = decode(text);
        assertThat(decoded).isInstanceOf(Report.class);
        Report report = (Report) decoded;
        Stream<String> values = report.conditions().values().known().stream()
                .map(variable -> variable.key() + "=" + rounded(report, variable));
        Stream<String> altimeter = report.altimeter().stream().mapToObj(value -> "qnh=" + rounded(value));
        Stream<String> rest = Stream.of(
                report.conditions().sky().description(),
                report.period().isZero() ? "" : report.period().toString(),
                report.skipped() > 0 ? "skipped " + report.skipped() : "");
        return Stream.of(values, altimeter, rest)
                .flatMap(all -> all)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String rounded(Report report, Variable variable) {
        return rounded(report.conditions().values().get(variable).orElseThrow());
    }

    private static String rounded(double value) {
        BigDecimal number =
                BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP).stripTrailingZeros();
        return number.toPlainString();
    }

    /** A knot is 0.514444 m/s, a statute mile 1609.344 m, an inch of mercury 33.8639 hPa, an inch 25.4 mm. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            EDDB 062120Z 24015KT 9999 FEW020 08/03 Q1013    | temperature=8, dewPoint=3, windSpeed=7.72, windDirection=240, cloudCover=18.75, visibility=10000, qnh=1013.5, Mostly clear
            METAR UUEE 062130Z 18005G10MPS 3000 -SN OVC007 M11/M13 Q1021 NOSIG | temperature=-11, dewPoint=-13, windSpeed=5, windGust=10, windDirection=180, cloudCover=100, visibility=3000, qnh=1021.5, Light snow
            METAR ZBAA 062130Z 27036KMH 8000 NSC 02/M10 Q1030 | temperature=2, dewPoint=-10, windSpeed=10, windDirection=270, visibility=8000, qnh=1030.5, Unknown
            METAR EGLL 062120Z AUTO VRB02KT 9999 NCD 05/04 Q1009 | temperature=5, dewPoint=4, windSpeed=1.03, cloudCover=0, visibility=10000, qnh=1009.5, Clear sky
            METAR LEMD 062130Z 00000KT CAVOK 12/M01 Q1025 NOSIG | temperature=12, dewPoint=-1, windSpeed=0, visibility=10000, qnh=1025.5, Unknown
            METAR LIRF 062120Z 31012KT 270V340 9999 SCT035 BKN080 14/07 Q1006 | temperature=14, dewPoint=7, windSpeed=6.17, windDirection=310, cloudCover=75, visibility=10000, qnh=1006.5, Mostly cloudy
            METAR EHAM 062125Z 23028G41KT 6000 SHRA BKN012CB 09/06 Q0986 TEMPO 25035G55KT 2000 TSGR | temperature=9, dewPoint=6, windSpeed=14.4, windGust=21.09, windDirection=230, cloudCover=75, visibility=6000, qnh=986.5, Rain showers
            METAR BIKF 062130Z 09099KT 9999 OVC010 03/02 Q0950 | temperature=3, dewPoint=2, windSpeed=50.93, windDirection=90, cloudCover=100, visibility=10000, qnh=950.5, Overcast
            METAR BIKF 062130Z 090P99GP99KT 9999 OVC010 03/02 Q0950 | temperature=3, dewPoint=2, windDirection=90, cloudCover=100, visibility=10000, qnh=950.5, Overcast
            METAR ENGM 062120Z 01010G05KT 9999 SKC M05/M09 Q1012 | temperature=-5, dewPoint=-9, windSpeed=5.14, windDirection=10, cloudCover=0, visibility=10000, qnh=1012.5, Clear sky
            METAR LFPG 062130Z /////KT //// // ////// ///// Q//// | Unknown
            METAR EFHK 062120Z AUTO 15008KT 0450NDV R22L/0600N FZFG VV001 M07/M07 Q1018 | temperature=-7, dewPoint=-7, windSpeed=4.12, windDirection=150, cloudCover=100, visibility=450, qnh=1018.5, Fog
            METAR LOWW 062120Z 12004KT 1200 0600SE R16/P1500U BCFG BR SCT002 BKN/// 01/01 Q1023 BECMG 0400 FG | temperature=1, dewPoint=1, windSpeed=2.06, windDirection=120, cloudCover=75, visibility=1200, qnh=1023.5, Fog
            METAR LSZH 062120Z 24007KT 9999 FEW015 ///018 SCT060 06/02 Q1014 | temperature=6, dewPoint=2, windSpeed=3.6, windDirection=240, visibility=10000, qnh=1014.5, Unknown
            METAR LSZH 062120Z 24007KT 9999 //////CB OVC060 06/02 Q1014 | temperature=6, dewPoint=2, windSpeed=3.6, windDirection=240, cloudCover=100, visibility=10000, qnh=1014.5, Overcast
            METAR VTBS 062130Z 20006KT 9999 TS FEW018TCU SCT030CB 31/25 Q1008 | temperature=31, dewPoint=25, windSpeed=3.09, windDirection=200, cloudCover=43.75, visibility=10000, qnh=1008.5, Thunderstorm
            METAR WSSS 062130Z 24012KT 2500 +TSRA BKN012 25/24 Q1010 | temperature=25, dewPoint=24, windSpeed=6.17, windDirection=240, cloudCover=75, visibility=2500, qnh=1010.5, Heavy thunderstorm
            METAR LOWI 062120Z 27005KT 4000 -FZRADZ OVC008 M01/M02 Q1004 | temperature=-1, dewPoint=-2, windSpeed=2.57, windDirection=270, cloudCover=100, visibility=4000, qnh=1004.5, Light freezing rain
            METAR EPWA 062130Z 30011KT 3500 -RASN BKN009 01/00 Q1001 | temperature=1, dewPoint=0, windSpeed=5.66, windDirection=300, cloudCover=75, visibility=3500, qnh=1001.5, Light sleet
            METAR EPWA 062130Z 30011KT 3500 SHSNPL BKN009 01/00 Q1001 | temperature=1, dewPoint=0, windSpeed=5.66, windDirection=300, cloudCover=75, visibility=3500, qnh=1001.5, Sleet showers
            METAR OEJN 062100Z 36020KT 0800 +DS VV/// 33/M04 Q1005 | temperature=33, dewPoint=-4, windSpeed=10.29, windDirection=360, cloudCover=100, visibility=800, qnh=1005.5, Dense dust
            METAR VIDP 062130Z 00000KT 1500 HZ FU NSC 16/12 Q1016 | temperature=16, dewPoint=12, windSpeed=0, visibility=1500, qnh=1016.5, Smoke
            METAR EGPD 062120Z 18016KT 9999 VCSH VCTS FEW012 BKN025 07/05 Q0999 RETS W10/S3 | temperature=7, dewPoint=5, windSpeed=8.23, windDirection=180, cloudCover=75, visibility=10000, qnh=999.5, Mostly cloudy
            METAR ULLI 062130Z 21004MPS 9999 DRSN SCT025 M14/M17 Q1024 R28L/490536 88290592 NOSIG RMK QFE767 | temperature=-14, dewPoint=-17, windSpeed=4, windDirection=210, cloudCover=43.75, visibility=10000, qnh=1024.5, Partly cloudy
            METAR EDDM 062120Z 26009KT 5000 UP OVC011 00/M01 Q1011 | temperature=0, dewPoint=-1, windSpeed=4.63, windDirection=260, cloudCover=100, visibility=5000, qnh=1011.5, Overcast
            METAR KSEA 062053Z 18008KT 10SM FEW040 BKN120 11/06 A2992 | temperature=11, dewPoint=6, windSpeed=4.12, windDirection=180, cloudCover=75, visibility=16093.44, qnh=1013.21, Mostly cloudy
            METAR KBOS 062054Z 04014G22KT 1/4SM R04R/1600FT +SN FZFG VV002 M03/M03 A2951 | temperature=-3, dewPoint=-3, windSpeed=7.2, windGust=11.32, windDirection=40, cloudCover=100, visibility=402.34, qnh=999.32, Heavy snow
            METAR KDEN 062053Z 02006KT M1/4SM FG VV001 M06/M06 A3004 | temperature=-6, dewPoint=-6, windSpeed=3.09, windDirection=20, cloudCover=100, visibility=402.34, qnh=1017.27, Fog
            METAR CYYZ 062100Z CCA 29010KT 2 1/2SM -PL OVC006 M02/M03 A2979 RMK SF8 SLP097 | temperature=-2, dewPoint=-3, pressureMsl=1009.7, windSpeed=5.14, windDirection=290, cloudCover=100, visibility=4023.36, qnh=1008.81, Light sleet
            METAR KXYZ 062055Z AUTO 20005KT P6SM CLR 21/ A3001 RMK AO1 | temperature=21, windSpeed=2.57, windDirection=200, cloudCover=0, visibility=9656.06, qnh=1016.26, Clear sky
            METAR KSFO 062056Z 28018KT 10SM FEW008 13/09 A3015 RMK AO2 SLP208 T01280094 | temperature=12.8, dewPoint=9.4, pressureMsl=1020.8, windSpeed=9.26, windDirection=280, cloudCover=18.75, visibility=16093.44, precipitation=0, qnh=1021, Mostly clear, PT1H
            METAR KMSP 062053Z 33012KT 8SM OVC022 M12/M16 A2950 RMK AO2 SLP005 4/007 T11221161 55003 | temperature=-12.2, dewPoint=-16.1, pressureMsl=1000.5, windSpeed=6.17, windDirection=330, cloudCover=100, visibility=12874.75, precipitation=0, snowDepth=17.78, qnh=998.98, Overcast, PT1H
            METAR KMIA 062053Z 11009KT 3SM RA BKN015 24/23 A3002 RMK AO2 RAB05 SLP164 P0047 60051 T02390228 | temperature=23.9, dewPoint=22.8, pressureMsl=1016.4, windSpeed=4.63, windDirection=110, cloudCover=75, visibility=4828.03, precipitation=11.94, qnh=1016.59, Rain, PT1H
            METAR KMIA 062053Z 11009KT 9SM -RA BKN015 24/23 A3002 RMK AO2 P0000 | temperature=24, dewPoint=23, windSpeed=4.63, windDirection=110, cloudCover=75, visibility=14484.1, precipitation=0, qnh=1016.59, Light rain, PT1H
            METAR KMIA 062053Z 11009KT 9SM -RA BKN015 24/23 A3002 RMK AO2 | temperature=24, dewPoint=23, windSpeed=4.63, windDirection=110, cloudCover=75, visibility=14484.1, qnh=1016.59, Light rain
            METAR KMIA 062053Z 11009KT 9SM BKN015 24/23 A3002 RMK AO2 RAB12E40 | temperature=24, dewPoint=23, windSpeed=4.63, windDirection=110, cloudCover=75, visibility=14484.1, qnh=1016.59, Mostly cloudy
            METAR KMIA 062053Z 11009KT 9SM BKN015 24/23 A3002 RMK AO2 PNO $ | temperature=24, dewPoint=23, windSpeed=4.63, windDirection=110, cloudCover=75, visibility=14484.1, qnh=1016.59, Mostly cloudy
            METAR KMIA 062015Z 11009KT 9SM BKN015 24/23 A3002 RMK AO2 P0010 | temperature=24, dewPoint=23, windSpeed=4.63, windDirection=110, cloudCover=75, visibility=14484.1, qnh=1016.59, Mostly cloudy
            SPECI KMIA 062055Z 11009KT 9SM BKN015 24/23 A3002 RMK AO2 P0010 | temperature=24, dewPoint=23, windSpeed=4.63, windDirection=110, cloudCover=75, visibility=14484.1, qnh=1016.59, Mostly cloudy
            METAR KMIA 061753Z 11009KT 9SM BKN015 24/23 A3002 RMK AO2 RAE40 60034 70105 | temperature=24, dewPoint=23, windSpeed=4.63, windDirection=110, cloudCover=75, visibility=14484.1, precipitation=8.64, qnh=1016.59, Mostly cloudy, PT6H
            METAR KMIA 062053Z 11009KT 9SM BKN015 24/23 A3002 RMK AO1 60034 | temperature=24, dewPoint=23, windSpeed=4.63, windDirection=110, cloudCover=75, visibility=14484.1, precipitation=8.64, qnh=1016.59, Mostly cloudy, PT3H
            METAR KMIA 061953Z 11009KT 9SM BKN015 24/23 A3002 RMK AO1 60034 | temperature=24, dewPoint=23, windSpeed=4.63, windDirection=110, cloudCover=75, visibility=14484.1, qnh=1016.59, Mostly cloudy
            METAR KOKC 062052Z 17031G52KT 1/2SM +FC +TSRA SQ OVC008 22/21 A2948 | temperature=22, dewPoint=21, windSpeed=15.95, windGust=26.75, windDirection=170, cloudCover=100, visibility=804.67, qnh=998.31, Tornado with thunder
            METAR PANC 062053Z 36003KT 3/4SM IC BR SCT001 M22/M25 A2990 RMK T12441278 | temperature=-22, dewPoint=-25, windSpeed=1.54, windDirection=360, cloudCover=43.75, visibility=1207.01, qnh=1012.53, Snow
            """)
    void readsWhatAReportSays(String text, String said) {
        assertThat(said(text)).isEqualTo(said);
    }

    /** {@code T} beside whole degrees from which it is too far is as wrong as they; the altimeter tells 9 from 10. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            KSEA 062053Z 10/05 A2992 RMK T01060054 | temperature=10.6, dewPoint=5.4, qnh=1013.21, Unknown
            KSEA 062053Z 10/05 A2992 RMK T02060054 | temperature=10, dewPoint=5.4, qnh=1013.21, Unknown
            KSEA 062053Z 10/ A2992 RMK T0101       | temperature=10.1, qnh=1013.21, Unknown
            KSEA 062053Z // RMK T01010044 SLP982   | temperature=10.1, dewPoint=4.4, pressureMsl=998.2, Unknown
            KSEA 062053Z A2790 RMK SLP448          | pressureMsl=944.8, qnh=944.8, Unknown
            KSEA 062053Z A3100 RMK SLP502          | pressureMsl=1050.2, qnh=1049.78, Unknown
            KSEA 062053Z A2992 RMK SLPNO           | qnh=1013.21, Unknown
            """)
    void prefersTheTenthsOfTheRemarks(String text, String said) {
        assertThat(said(text)).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            KSEA 062053Z 99910KT 10/05 Q1013  | temperature=10, dewPoint=5, qnh=1013.5, Unknown, skipped 1
            KSEA 062053Z 180300KT 10/05 Q1013 | temperature=10, dewPoint=5, qnh=1013.5, Unknown, skipped 1
            KSEA 062053Z 18O10KT 10/05 Q1013  | temperature=10, dewPoint=5, qnh=1013.5, Unknown, skipped 1
            KSEA 062053Z 1/0SM 10/05 Q0013    | temperature=10, dewPoint=5, Unknown, skipped 2
            KSEA 062053Z 99/M99 A9999 RAQ     | dewPoint=-99, Unknown, skipped 3
            KSEA 062053Z HELLO 10/05 WORLD    | temperature=10, dewPoint=5, Unknown, skipped 2
            KSEA 062053Z + - FZ 10/05 Q1000   | temperature=10, dewPoint=5, qnh=1000.5, Unknown, skipped 3
            KSEA 062053Z 10/05 11/06 Q1000    | temperature=10, dewPoint=5, qnh=1000.5, Unknown
            """)
    void skipsAndCountsWhatItDoesNotUnderstand(String text, String said) {
        assertThat(said(text)).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-06T21:40:00Z, 062053Z, 2026-02-06T20:53:00Z",
        "2026-02-06T21:40:00Z, 062155Z, 2026-02-06T21:55:00Z",
        "2026-03-01T00:05:00Z, 282356Z, 2026-02-28T23:56:00Z",
        "2024-03-01T00:05:00Z, 292356Z, 2024-02-29T23:56:00Z",
        "2026-01-01T00:10:00Z, 312350Z, 2025-12-31T23:50:00Z",
        "2025-12-31T23:59:00Z, 010000Z, 2026-01-01T00:00:00Z",
        "2026-02-06T21:40:00Z, 281200Z, 2026-01-28T12:00:00Z"
    })
    void findsMonthAndYearByTheTimeOfReception(String received, String group, String time) {
        Decoded decoded = MetarDecoder.decode("KSEA " + group + " 10/05", Instant.parse(received));
        assertThat(decoded).isInstanceOf(Report.class);
        assertThat(((Report) decoded).header().time()).isEqualTo(Instant.parse(time));
    }

    @ParameterizedTest
    @CsvSource({
        "METAR KSEA 062053Z 10/05, false, false",
        "SPECI KSEA 062053Z 10/05, true, false",
        "METAR COR KSEA 062053Z 10/05, false, true",
        "KSEA 062053Z COR 10/05, false, true",
        "CYYZ 062100Z CCB 10/05, false, true",
        "SPECI KSEA 062053Z AUTO 10/05=, true, false"
    })
    void tellsWhatKindOfReportItIs(String text, boolean special, boolean corrected) {
        Report report = (Report) decode(text);
        assertThat(report.header().special()).isEqualTo(special);
        assertThat(report.header().corrected()).isEqualTo(corrected);
        assertThat(report.skipped()).isZero();
    }

    /** Of Fort Lauderdale: hourly, by a station that tells precipitation, of which there was none. */
    @Test
    void readsTheRecordedReport() throws IOException {
        Optional<Path> file = SharedFolder.find("recordings/nws/pynws_stations_observations_metar.json");
        if (file.isEmpty()) {
            return;
        }
        JsonArray features = JsonTree.parse(Files.readString(file.get())).requiredArray("features");
        SharedFolder.report("MetarDecoderTest reads " + features.size() + " recorded reports");
        JsonObject observed = features.object(0).requiredObject("properties");
        Instant time = Instant.parse("2019-06-27T10:53:00Z");
        String text = observed.requiredText("rawMessage");
        assertThat(said(text))
                .isEqualTo("temperature=25.6, dewPoint=22.8, pressureMsl=1017.6, windSpeed=2.57, windDirection=350,"
                        + " cloudCover=18.75, visibility=16093.44, precipitation=0, qnh=1017.61, Mostly clear, PT1H");
        Report report = (Report) MetarDecoder.decode(text, time.plusSeconds(600));
        assertThat(report.header().time()).isEqualTo(time);
        assertThat(report.header().station()).isEqualTo("KFLL");
    }

    @Test
    void tellsAReportThatIsMissing() {
        assertThat(decode("METAR LFPB 062130Z NIL="))
                .isInstanceOfSatisfying(
                        Missing.class,
                        missing -> assertThat(missing.header().station()).isEqualTo("LFPB"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "=",
                "METAR",
                "METAR COR",
                "KSEA",
                "metar ksea 062053z 10/05",
                "TAF KSEA 061720Z 0618/0718 18010KT",
                "KSEA 322053Z 10/05",
                "KSEA 002053Z 10/05",
                "KSEA 062460Z 10/05",
                "KSEA 06205Z 10/05",
                "KSEA10 062053Z",
                "{\"rawOb\": 1}",
                "<html>",
                "KSEA 062053Z 1\u0000/05",
                "KSEA 062053Z 10/05 \u2028",
                "KSEA \u0660\u0666\u0662\u0660\u0665\u0663Z 10/05",
                "\uD83D\uDE00"
            })
    void refusesWhatIsNoReport(String text) {
        assertThat(decode(text)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.why()).startsWith("it ");
            if (!text.isBlank()) {
                assertThat(refused.why()).doesNotContain(text);
            }
        });
    }

    @Test
    void refusesAReportThatIsTooLong() {
        assertThat(decode("KSEA 062053Z " + "10/05 ".repeat(2000))).isInstanceOf(Refused.class);
        String longest = "KSEA 062053Z " + "A".repeat(MetarDecoder.LONGEST - 13);
        assertThat(decode(longest)).isInstanceOf(Report.class);
    }

    /** A report that is cut off anywhere is refused, or says what the whole one does as far as its groups are whole. */
    @Test
    void readsAReportThatIsCutOff() {
        for (String whole : WHOLE) {
            for (int end = 0; end < whole.length(); end++) {
                Decoded decoded = decode(whole.substring(0, end));
                boolean headed = end >= whole.indexOf('Z') + 1;
                assertThat(decoded).isInstanceOf(headed ? Report.class : Refused.class);
            }
        }
    }

    @Test
    void neverThrowsWhateverItIsGiven() {
        long seed = new Random().nextLong();
        System.err.println("MetarDecoderTest seed " + seed);
        Random random = new Random(seed);
        List<String> groups =
                WHOLE.stream().flatMap(text -> Stream.of(text.split(" "))).toList();
        for (int i = 0; i < 20_000; i++) {
            assertThat(decode(hostile(groups, random))).isNotNull();
        }
    }

    private static String hostile(List<String> groups, Random random) {
        if (random.nextInt(4) == 0) {
            return random.ints(random.nextInt(10_000), 0, 1 << 16)
                    .mapToObj(Character::toString)
                    .collect(Collectors.joining());
        }
        StringBuilder text = new StringBuilder(random.nextBoolean() ? "KSEA 062053Z " : "");
        IntStream.range(0, random.nextInt(25))
                .forEach(_ ->
                        text.append(groups.get(random.nextInt(groups.size()))).append(' '));
        for (int j = random.nextInt(6); j > 0 && !text.isEmpty(); j--) {
            text.setCharAt(random.nextInt(text.length()), "/0189MPQATZRGK+-V= \n".charAt(random.nextInt(20)));
        }
        return text.toString();
    }
}
