package dev.vane.adapters.sources.simulated;

import java.time.Instant;

/**
 * Random numbers that change smoothly over the globe and in time: value noise on a lattice of four dimensions (the point
 * on the unit sphere, and the time), in two octaves. A function of its arguments only; about normal with mean 0 and
 * standard deviation 1, within ±3.
 */
final class SmoothNoise {

    /** The size of a cell on the unit sphere: some 1600 km. */
    private static final double CELL = 0.25;

    /** The standard deviation of the two octaves before scaling, found by sampling. */
    private static final double SPREAD = 0.36;

    private final long seed;
    private final double hours;

    /**
     * A field of numbers.
     *
     * @param seed tells fields apart
     * @param hours how long a number persists
     */
    SmoothNoise(long seed, double hours) {
        this.seed = seed;
        this.hours = hours;
    }

    /** The number at a site and time. */
    double at(Site site, Instant time) {
        double latitude = site.latitudeRadians();
        double longitude = Math.toRadians(site.coordinates().longitude());
        double[] point = {
            Math.cos(latitude) * Math.cos(longitude) / CELL,
            Math.cos(latitude) * Math.sin(longitude) / CELL,
            Math.sin(latitude) / CELL,
            time.getEpochSecond() / 3600.0 / hours
        };
        double coarse = lattice(point, 1, seed);
        double fine = lattice(point, 2, seed + 0x632BE59BD9B4E019L);
        return Math.clamp((coarse + fine / 2) / SPREAD, -3, 3);
    }

    /** The sum over the 16 corners of the cell that holds the point, weighted by smoothstep. */
    private static double lattice(double[] point, int frequency, long seed) {
        double sum = 0;
        for (int corner = 0; corner < 16; corner++) {
            double weight = 1;
            long hash = seed;
            for (int axis = 0; axis < 4; axis++) {
                double scaled = point[axis] * frequency;
                long floor = (long) Math.floor(scaled);
                double part = scaled - floor;
                double smooth = part * part * (3 - 2 * part);
                int upper = corner >> axis & 1;
                weight *= upper == 1 ? smooth : 1 - smooth;
                hash = mixed(hash + (floor + upper) * 0x9E3779B97F4A7C15L);
            }
            sum += weight * ((hash >> 11) * 0x1.0p-52);
        }
        return sum;
    }

    /** The finalizer of SplitMix64 (Steele, Lea, Flood 2014). */
    private static long mixed(long value) {
        long z = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
