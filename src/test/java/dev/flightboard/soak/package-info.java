/** Leaves the packaged service running under load, and watches from outside whether anything grows. */
package dev.flightboard.soak;
