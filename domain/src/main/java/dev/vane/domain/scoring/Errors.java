package dev.vane.domain.scoring;

/** Errors in fixed point: whole thousandths of the canonical unit. */
final class Errors {

    private static final long CIRCLE = 360 * (long) HourValues.SCALE;

    private Errors() {}

    /** Forecast minus observed; of a direction the shorter way round, above -180 and at most 180 degrees. */
    static long of(ScoredVariable.Kind kind, long forecast, long observed) {
        long difference = forecast - observed;
        if (kind != ScoredVariable.Kind.CIRCULAR) {
            return difference;
        }
        long turned = Math.floorMod(difference, CIRCLE);
        return turned > CIRCLE / 2 ? turned - CIRCLE : turned;
    }

    /** Forecast minus observed in the canonical unit; of a direction the shorter way round. */
    static double of(ScoredVariable.Kind kind, double forecast, double observed) {
        double difference = forecast - observed;
        return kind == ScoredVariable.Kind.CIRCULAR ? Math.IEEEremainder(difference, 360) : difference;
    }
}
