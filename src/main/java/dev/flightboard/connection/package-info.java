/** Who may connect, for how long, and what passes as a request: all that comes before a resource is asked. */
package dev.flightboard.connection;
