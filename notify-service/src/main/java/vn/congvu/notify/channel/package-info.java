/** How a message leaves the house: SMS by a provider, e-mail by SMTP. */
@NullMarked
package vn.congvu.notify.channel;

import org.jspecify.annotations.NullMarked;
