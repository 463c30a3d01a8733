/** The way to an identity: asked for, decided, opened on the screen of the one who asked. */
@NullMarked
package vn.congvu.gateway.custody;

import org.jspecify.annotations.NullMarked;
