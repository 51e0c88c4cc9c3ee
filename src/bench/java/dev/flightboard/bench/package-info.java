/** What the fan-out costs, beside the least that it could; run by {@link dev.flightboard.bench.Bench}. */
package dev.flightboard.bench;
