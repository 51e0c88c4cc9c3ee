/** The commands that people run in a terminal: to check records before they are sent, and to follow a board. No service runs. */
package dev.flightboard.command;
