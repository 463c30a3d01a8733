package vn.congvu.notify.channel;

/** How a message travels. */
public enum Medium {
    SMS,
    EMAIL
}
