/** The services as child processes: their settings, keys and accounts, their health and their end. */
@NullMarked
package vn.congvu.devstack.suite;

import org.jspecify.annotations.NullMarked;
