/**
 * A whole airport in one thread on virtual time: the real board, hub and cursors between a virtual topic and virtual
 * browsers. A seed is a run; each step is followed by the invariants.
 */
package dev.flightboard.simulation;
