package vn.congvu.devstack.demo;

import java.io.PrintStream;
import java.net.URI;
import vn.congvu.devstack.play.Gateway;
import vn.congvu.devstack.play.OutsideWorld;

/** Plays the authored complaints in over the real doors, lets agencies answer some, and lets time pass over the others. */
public final class DemoPlayer {
    private DemoPlayer() {}

    /** Returns when the story is told; the clock of the suite is then some weeks ahead. */
    public static void play(URI gateway, URI world, PrintStream out) {
        new DemoStory(new Gateway(gateway), new OutsideWorld(world), out).tell();
    }
}
