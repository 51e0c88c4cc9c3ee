/** Board to subscribers: what each is told, encoded once for all who are told the same. Knows nothing of HTTP. */
package dev.flightboard.fanout;
