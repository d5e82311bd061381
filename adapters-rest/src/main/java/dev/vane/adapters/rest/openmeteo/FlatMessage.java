package dev.vane.adapters.rest.openmeteo;

import com.google.flatbuffers.FlatBufferBuilder;
import dev.vane.adapters.rest.openmeteo.Report.Current;
import dev.vane.adapters.rest.openmeteo.Report.Section;
import java.util.List;

/**
 * Writes a report as a size-prefixed FlatBuffers message, which is what Open-Meteo's own libraries read. The tables and the
 * numbers of their fields are those of {@code weather_api.fbs} of Open-Meteo's SDK, version 1.29. The schema has no place for
 * a variable's name: a client finds a variable by its number or by its order in the request.
 */
final class FlatMessage {

    /** Fields of the table WeatherApiResponse. */
    private static final int LATITUDE = 0;

    private static final int LONGITUDE = 1;
    private static final int ELEVATION = 2;
    private static final int LOCATION_ID = 4;
    private static final int MODEL = 5;
    private static final int UTC_OFFSET = 6;
    private static final int TIMEZONE = 7;
    private static final int TIMEZONE_ABBREVIATION = 8;
    private static final int CURRENT = 9;
    private static final int DAILY = 10;
    private static final int HOURLY = 11;
    private static final int MINUTELY_15 = 12;
    private static final int RESPONSE_FIELDS = 15;

    /** Of the models that the schema names, what Vane serves is the best match. */
    private static final byte BEST_MATCH = 1;

    /** Fields of the table VariablesWithTime. */
    private static final int TIME = 0;

    private static final int TIME_END = 1;
    private static final int INTERVAL = 2;
    private static final int VARIABLES = 3;
    private static final int BLOCK_FIELDS = 4;

    /** Fields of the table VariableWithValues. */
    private static final int VARIABLE = 0;

    private static final int UNIT = 1;
    private static final int VALUE = 2;
    private static final int VALUES = 3;
    private static final int VALUES_INT64 = 4;
    private static final int ALTITUDE = 5;
    private static final int AGGREGATION = 6;
    private static final int PRESSURE_LEVEL = 7;
    private static final int DEPTH = 8;
    private static final int DEPTH_TO = 9;
    private static final int PREVIOUS_DAY = 11;
    private static final int VARIABLE_FIELDS = 13;

    private static final int ABSENT = 0;

    private final FlatBufferBuilder builder = new FlatBufferBuilder(4096);

    private FlatMessage() {}

    /** The message of a place. */
    static byte[] of(Report report) {
        return new FlatMessage().message(report);
    }

    private byte[] message(Report report) {
        int current =
                report.current().isEmpty() ? ABSENT : current(report.current().getFirst());
        int daily = section(report, "daily");
        int hourly = section(report, "hourly");
        int quarterly = section(report, "minutely_15");
        boolean universal = report.zone().id().equals("GMT");
        int zone = universal ? ABSENT : builder.createString(report.zone().id());
        int abbreviation =
                universal ? ABSENT : builder.createString(report.zone().abbreviation());
        builder.startTable(RESPONSE_FIELDS);
        builder.addFloat(LATITUDE, (float) report.coordinates().latitude(), 0);
        builder.addFloat(LONGITUDE, (float) report.coordinates().longitude(), 0);
        builder.addFloat(ELEVATION, (float) report.elevation().orElse(Double.NaN), 0);
        builder.addLong(LOCATION_ID, report.id(), 0);
        builder.addByte(MODEL, BEST_MATCH, 0);
        builder.addInt(UTC_OFFSET, report.zone().offset().getTotalSeconds(), 0);
        builder.addOffset(TIMEZONE, zone, ABSENT);
        builder.addOffset(TIMEZONE_ABBREVIATION, abbreviation, ABSENT);
        builder.addOffset(CURRENT, current, ABSENT);
        builder.addOffset(DAILY, daily, ABSENT);
        builder.addOffset(HOURLY, hourly, ABSENT);
        builder.addOffset(MINUTELY_15, quarterly, ABSENT);
        builder.finishSizePrefixed(builder.endTable());
        return builder.sizedByteArray();
    }

    private int section(Report report, String key) {
        return report.sections().stream()
                .filter(section -> section.key().equals(key))
                .findFirst()
                .map(this::section)
                .orElse(ABSENT);
    }

    private int section(Section section) {
        TimeAxis axis = section.axis();
        int[] columns = section.columns().stream().mapToInt(this::series).toArray();
        return block(
                axis.start().getEpochSecond(),
                axis.end().getEpochSecond(),
                (int) axis.step().toSeconds(),
                columns);
    }

    private int current(Current now) {
        int interval = (int) now.interval().toSeconds();
        long time = now.time().getEpochSecond();
        return block(time, time + interval, interval, single(now.columns()));
    }

    private int block(long time, long end, int interval, int[] columns) {
        int variables = builder.createVectorOfTables(columns);
        builder.startTable(BLOCK_FIELDS);
        builder.addLong(TIME, time, 0);
        builder.addLong(TIME_END, end, 0);
        builder.addInt(INTERVAL, interval, 0);
        builder.addOffset(VARIABLES, variables, ABSENT);
        return builder.endTable();
    }

    private int[] single(List<Column> columns) {
        return columns.stream()
                .mapToInt(column -> {
                    startVariable(column);
                    builder.addFloat(VALUE, (float) column.value(0), 0);
                    return builder.endTable();
                })
                .toArray();
    }

    private int series(Column column) {
        boolean time = column.name().isTime();
        int values = time ? times(column) : floats(column);
        startVariable(column);
        builder.addOffset(time ? VALUES_INT64 : VALUES, values, ABSENT);
        return builder.endTable();
    }

    private void startVariable(Column column) {
        VariableName name = column.name();
        builder.startTable(VARIABLE_FIELDS);
        builder.addByte(VARIABLE, name.variable().code(), 0);
        builder.addByte(
                UNIT, name.isTime() ? Measure.UNIX_TIME.code() : column.unit().code(), 0);
        builder.addByte(AGGREGATION, name.aggregation().code(), 0);
        builder.addShort(ALTITUDE, (short) name.level().altitude(), 0);
        builder.addShort(PRESSURE_LEVEL, (short) name.level().pressure(), 0);
        builder.addShort(DEPTH, (short) name.level().depth(), 0);
        builder.addShort(DEPTH_TO, (short) name.level().depthTo(), 0);
        builder.addShort(PREVIOUS_DAY, (short) name.previousDay(), 0);
    }

    private int floats(Column column) {
        builder.startVector(Float.BYTES, column.count(), Float.BYTES);
        for (int i = column.count() - 1; i >= 0; i--) {
            builder.addFloat((float) column.value(i));
        }
        return builder.endVector();
    }

    private int times(Column column) {
        builder.startVector(Long.BYTES, column.count(), Long.BYTES);
        for (int i = column.count() - 1; i >= 0; i--) {
            builder.addLong(
                    Double.isFinite(column.value(i))
                            ? (long) column.value(i)
                            : Long.MAX_VALUE); // the schema's missing time
        }
        return builder.endVector();
    }
}
