package dev.vane.adapters.sqlite.archive;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Reads what {@link ModelledOutput} writes, and trusts none of it. */
final class ModelledInput implements NumberInput {

    private final RangeDecoder in;
    private final List<long[]> columns = new ArrayList<>();
    private final NumberModel plain = new NumberModel(0);
    private final NumberModel firsts = new NumberModel(0);
    private final NumberModel divisors = new NumberModel(0);
    private final NumberModel predictions = new NumberModel(0);
    private final NumberModel usualLengths = new NumberModel(0);

    /** Reads from a place to another, exclusive. */
    ModelledInput(byte[] bytes, int from, int end) {
        this.in = new RangeDecoder(bytes, from, end);
    }

    @Override
    public long unsigned() {
        return plain.read(in);
    }

    @Override
    public BitSet presence(int rows) throws DamagedForecastException {
        return Presence.read(this, rows);
    }

    @Override
    public int codeAfter(int before) throws DamagedForecastException {
        int step = count("columns", MAX_CODE);
        return step == 0 ? 0 : before + step;
    }

    @Override
    public void requireEnd() throws DamagedForecastException {
        if (!in.atEnd()) {
            throw new DamagedForecastException("bytes are left over at its end");
        }
    }

    @Override
    public long[] column(int length) throws DamagedForecastException {
        long[] values = new long[length];
        if (length == 0) {
            return values;
        }
        long first = firsts.read(in);
        long divisor = divisors.read(in);
        if (divisor != 0) {
            readSteps(values, divisor);
        }
        for (int i = 0; i < length; i++) {
            values[i] = first + values[i] * divisor;
        }
        columns.add(values);
        return values;
    }

    private void readSteps(long[] steps, long divisor) throws DamagedForecastException {
        List<long[]> others =
                columns.stream().filter(column -> column.length == steps.length).toList();
        Prediction prediction = Prediction.of(predictions.read(in), divisor, others);
        long usual = usualLengths.read(in);
        if (usual < 0 || usual > Long.SIZE) {
            throw new DamagedForecastException("its usual length of numbers " + usual + " cannot be");
        }
        NumberModel model = new NumberModel((int) usual);
        for (int i = 1; i < steps.length; i++) {
            steps[i] = prediction.expected(steps, i) + model.read(in);
        }
    }
}
