/** Board to browsers: the resources, the hub that fans changes out, and the wire format. */
package dev.flightboard.stream;
