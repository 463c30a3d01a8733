# What infra/up, infra/down and their like share: finding a JDK 25, building, finding processes. Expects $root.

# One line that says what to do.
stop() {
  echo "$1" >&2
  exit 1
}

is_jdk_25() {
  [ -x "$1/bin/javac" ] && [ -f "$1/release" ] && grep -q '^JAVA_VERSION="25[".]' "$1/release"
}

# Sets JAVA_HOME to a JDK 25: the one named, the one on the path, or one that is installed in a usual place.
find_jdk() {
  local candidate on_path
  on_path=$(command -v javac || true)
  if [ -n "$on_path" ]; then
    while [ -L "$on_path" ]; do
      candidate=$(readlink "$on_path")
      case $candidate in /*) on_path=$candidate ;; *) on_path=$(dirname "$on_path")/$candidate ;; esac
    done
    on_path=$(cd "$(dirname "$on_path")/.." && pwd -P)
  fi
  for candidate in "${JAVA_HOME:-}" "${JAVA25_HOME:-}" "$on_path" /usr/lib/jvm/* /opt/java/* /opt/jdk* /usr/local/lib/jvm/* \
    "${HOME:-}"/.sdkman/candidates/java/* "${HOME:-}"/.jdks/* "${HOME:-}"/.local/share/mise/installs/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "${HOME:-}"/Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [ -n "$candidate" ] && is_jdk_25 "$candidate"; then
      export JAVA_HOME=$candidate
      return
    fi
  done
  if [ -x /usr/libexec/java_home ] && candidate=$(/usr/libexec/java_home -F -v 25 2>/dev/null); then
    export JAVA_HOME=$candidate
    return
  fi
  stop "Công Vụ needs a JDK 25 and finds none: install one (https://adoptium.net, or: sdk install java 25-tem), or set JAVA_HOME to it."
}

# The process of the stack itself: little memory, given back when it is idle.
dev_stack_options=(-Xms24m -Xmx768m -Xss512k -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:MinHeapFreeRatio=10
  -XX:MaxHeapFreeRatio=25 -XX:ReservedCodeCacheSize=48m -XX:+UseCompactObjectHeaders -Dfile.encoding=UTF-8
  -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow)

# The same under load: everything is compiled well and may take more memory.
busy_dev_stack_options=(-Xms256m -Xmn192m "-Xmx${STACK_HEAP:-3g}" -Xss512k -XX:+UseSerialGC -XX:MinHeapFreeRatio=20
  -XX:MaxHeapFreeRatio=40 -XX:ReservedCodeCacheSize=128m -XX:+UseCompactObjectHeaders
  -Dcongvu.for-load=true -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8
  --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow)

service_modules="intake-service case-service notify-service gateway infra/dev-stack"
shared_modules="infra/contracts infra/platform infra/embedded"

# The jar of a module, or nothing.
module_jar() {
  local jar
  for jar in "$root/$1"/target/"$(basename "$1")"-*.jar; do
    case $jar in
      *-tests.jar | *-sources.jar | *-javadoc.jar | *'*.jar') ;;
      *) echo "$jar"; return ;;
    esac
  done
}

# Older than its own sources or those it shares. A build that had nothing to write into the jar leaves a stamp.
is_stale() {
  local jar stamp sources newer shared
  jar=$(module_jar "$1")
  [ -n "$jar" ] || return 0
  sources=("$root/pom.xml" "$root/infra/pom.xml" "$root/$1/pom.xml" "$root/$1/src/main")
  for shared in $shared_modules; do
    sources+=("$root/$shared/pom.xml" "$root/$shared/src/main")
  done
  stamp="$root/$1/target/.built"
  newer=$jar
  if [ -e "$stamp" ] && [ "$stamp" -nt "$jar" ]; then newer=$stamp; fi
  [ -n "$(find "${sources[@]}" -newer "$newer" -print 2>/dev/null | head -n 1)" ]
}

build_what_is_stale() {
  local module stale= began log
  for module in $service_modules; do
    if is_stale "$module"; then stale="$stale${stale:+,}$module"; fi
  done
  [ -n "$stale" ] || return 0
  command -v "${MVN:-mvn}" >/dev/null || stop "Building needs Maven 3.8 or newer and there is no mvn: install it (https://maven.apache.org)."
  echo "Building $stale ..."
  began=$(mktemp)
  log=$(mktemp)
  if ! (cd "$root" && "${MVN:-mvn}" -q -B -T 2 -Dmaven.test.skip=true -Dspotless.check.skip=true -pl "$stale" -am package) >"$log" 2>&1; then
    grep -E '^\[ERROR\]' "$log" | head -n 15 >&2
    rm -f "$began"
    stop "The build failed: the whole output is in $log."
  fi
  for module in ${stale//,/ }; do
    touch -r "$began" "$root/$module/target/.built"
  done
  rm -f "$began" "$log"
}

# Whether a process id belongs to the suite of this run directory: its command line says so.
is_ours() {
  ps -ww -o args= -p "$1" 2>/dev/null | sed 's/$/ /' | grep -qF -e "-Dcongvu.run=$2 " -e "--run-dir $2 "
}

# The process id of the running suite of this directory, if there is one.
running_pid() {
  local pid
  pid=$(sed -n 's/^\([0-9]*\) dev-stack$/\1/p' "$1/pids" 2>/dev/null | tail -n 1)
  [ -n "$pid" ] && is_ours "$pid" "$1" && echo "$pid"
}

# Process ids that a suite of this directory noted and that still run.
leftovers() {
  local pid _
  [ -f "$1/pids" ] || return 0
  while read -r pid _; do
    if is_ours "$pid" "$1"; then echo "$pid"; fi
  done <"$1/pids"
}

# Waits for the end of a process, for so many seconds.
wait_for_end() {
  local tenths=$(($2 * 10))
  while kill -0 "$1" 2>/dev/null; do
    [ "$tenths" -gt 0 ] || return 1
    tenths=$((tenths - 1))
    sleep 0.1
  done
}
