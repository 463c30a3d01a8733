/** What a service tells about itself: health, figures, the words in its logs. */
@NullMarked
package vn.congvu.platform.telemetry;

import org.jspecify.annotations.NullMarked;
