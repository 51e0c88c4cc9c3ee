/** What a connection may cost before a resource is asked: how many there are, for how long, and what counts as a request. */
package dev.flightboard.connection;
