/** What playing people and agencies into the suite needs: its doors over HTTP, CSV, tables. */
@NullMarked
package vn.congvu.devstack.play;

import org.jspecify.annotations.NullMarked;
