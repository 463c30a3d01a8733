package vn.congvu.devstack.suite;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * A service's jar, unpacked: the same classes and libraries as plain jars. It starts much faster, can use an {@link AotCache}, and
 * a new build does not pull the jar away from under a running process.
 *
 * @param folder named after the jar's time and size, so that every build has its own
 */
record App(Service service, Path folder) {
    private static final String CLASSES = "BOOT-INF/classes/";
    private static final String LIBRARIES = "BOOT-INF/lib/";
    private static final long OLD_MILLIS = 24 * 60 * 60 * 1000L;

    /**
     * @param root of the project
     * @throws CannotStart when the service isn't built
     */
    static App unpacked(Service service, Path root, Path apps) throws IOException {
        var jar = jar(service, root);
        var name = service.module() + "-"
                + Long.toString(Files.getLastModifiedTime(jar).toMillis(), 36) + "-"
                + Long.toString(Files.size(jar), 36);
        var app = new App(service, apps.resolve(name));
        if (!Files.exists(app.jar())) {
            var half = Files.createTempDirectory(Files.createDirectories(apps), name + ".half");
            unpack(jar, half);
            try {
                Files.move(half, app.folder, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException anotherWasFaster) {
                RunDir.wipe(half);
                if (!Files.exists(app.jar())) {
                    throw anotherWasFaster;
                }
            }
            forgetOldOnes(app, apps);
        }
        return app;
    }

    private static Path jar(Service service, Path root) throws IOException {
        var target = service.jarsIn(root);
        if (Files.isDirectory(target)) {
            try (var jars = Files.newDirectoryStream(target, service.module() + "-*.jar")) {
                for (var jar : jars) {
                    if (!jar.getFileName().toString().matches(".*-(tests|sources|javadoc)\\.jar")) {
                        return jar;
                    }
                }
            }
        }
        throw new CannotStart(
                service.module() + " is not built: run infra/up, which builds it, or mvn -DskipTests package.");
    }

    Path jar() {
        return folder.resolve(service.module() + ".jar");
    }

    private static void unpack(Path executable, Path folder) throws IOException {
        Files.createDirectories(folder.resolve("lib"));
        try (var jar = new JarFile(executable.toFile())) {
            var libraries = new ArrayList<String>();
            var classes = new ArrayList<JarEntry>();
            for (var entry : (Iterable<JarEntry>) jar.stream()::iterator) {
                if (entry.getName().startsWith(LIBRARIES) && !entry.isDirectory()) {
                    var library = entry.getName().substring(LIBRARIES.length());
                    try (var in = jar.getInputStream(entry)) {
                        Files.copy(in, folder.resolve("lib").resolve(library));
                    }
                    libraries.add("lib/" + library);
                } else if (entry.getName().startsWith(CLASSES)
                        && entry.getName().length() > CLASSES.length()) {
                    classes.add(entry);
                }
            }
            var start = jar.getManifest().getMainAttributes().getValue("Start-Class");
            if (start == null) {
                throw new CannotStart(
                        executable.getFileName() + " is not an executable jar: build it with mvn package.");
            }
            var app = folder.resolve(executable.getFileName().toString().replaceFirst("-[0-9].*", ".jar"));
            try (var out = Files.newOutputStream(app)) {
                write(jar, classes, manifest(start, libraries), out);
            }
        }
    }

    private static Manifest manifest(String start, List<String> libraries) {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, start);
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, String.join(" ", libraries));
        return manifest;
    }

    private static void write(JarFile jar, List<JarEntry> classes, Manifest manifest, OutputStream out)
            throws IOException {
        try (var app = new JarOutputStream(out, manifest)) {
            for (var entry : classes) {
                var copy = new JarEntry(entry.getName().substring(CLASSES.length()));
                copy.setTime(entry.getTime());
                app.putNextEntry(copy);
                if (!entry.isDirectory()) {
                    try (var in = jar.getInputStream(entry)) {
                        in.transferTo(app);
                    }
                }
                app.closeEntry();
            }
        }
    }

    /** Earlier builds, unless they are so young that another suite may still run from them. */
    private static void forgetOldOnes(App app, Path apps) throws IOException {
        try (var others = Files.newDirectoryStream(apps, app.service.module() + "-*")) {
            for (var other : others) {
                var age = System.currentTimeMillis()
                        - Files.getLastModifiedTime(other).toMillis();
                if (!other.equals(app.folder) && age > OLD_MILLIS) {
                    RunDir.wipe(other);
                }
            }
        }
    }
}
