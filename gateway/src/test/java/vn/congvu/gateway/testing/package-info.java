/** The gateway's own test kit. */
package vn.congvu.gateway.testing;
