/** 4,482 real complaints about police conduct, played in at their real distances. */
@NullMarked
package vn.congvu.devstack.replay;

import org.jspecify.annotations.NullMarked;
