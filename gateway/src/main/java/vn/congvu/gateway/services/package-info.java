/** How this process talks to the services behind it: connections, tokens, refusals. */
@NullMarked
package vn.congvu.gateway.services;

import org.jspecify.annotations.NullMarked;
