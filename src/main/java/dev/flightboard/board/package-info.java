/** The current state of every flight, and the changes since a cursor. Written by the feed, read by the stream. */
package dev.flightboard.board;
