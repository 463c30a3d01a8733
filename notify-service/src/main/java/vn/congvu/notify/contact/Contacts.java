package vn.congvu.notify.contact;

/** Opens a contact reference at the moment of sending. */
public interface Contacts {
    Reach reach(String contactRef);
}
