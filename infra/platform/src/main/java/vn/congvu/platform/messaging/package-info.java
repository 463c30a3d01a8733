/** Topology, envelope and JSON of events. */
@NullMarked
package vn.congvu.platform.messaging;

import org.jspecify.annotations.NullMarked;
