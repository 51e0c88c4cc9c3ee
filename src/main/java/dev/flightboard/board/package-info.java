/** The newest state of every flight, and the changes since a cursor. The feed writes it; fan-out and HTTP read it. */
package dev.flightboard.board;
