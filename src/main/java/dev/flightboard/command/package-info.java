/** The commands beside the service: what a producer's or an operator's maker runs in a terminal. Nothing of the service runs. */
package dev.flightboard.command;
