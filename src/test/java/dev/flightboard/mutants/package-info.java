/** Faults planted into the core one by one, each of which the simulation must find. */
package dev.flightboard.mutants;
