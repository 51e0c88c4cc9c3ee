/** Subscribers to browsers: the resources, who is let in, and the writing of each stream to its connection. Depends on fanout. */
package dev.flightboard.http;
