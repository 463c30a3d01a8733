package vn.congvu.devstack;

final class DevStack {
    static void main(String[] args) {
        System.out.println("not yet");
    }
}
