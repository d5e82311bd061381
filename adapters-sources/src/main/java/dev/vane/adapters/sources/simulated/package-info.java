/**
 * Made-up weather that obeys physics, for trying Vane without a network and for tests:
 * {@link dev.vane.adapters.sources.simulated.SimulatedSource} in four
 * {@link dev.vane.adapters.sources.simulated.SimulatedMember}s around one hidden
 * {@link dev.vane.adapters.sources.simulated.SimulatedTruth}. For the composition root and for tests.
 */
package dev.vane.adapters.sources.simulated;
