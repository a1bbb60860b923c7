#!/bin/sh
# Makes sure that what a make target needs is there, and installs only what is not.
#
#   scripts/setup.sh GROUP...      groups: cc window e2e office
#
# With apt (Debian, Ubuntu) the missing packages are installed, through sudo where that is needed. Elsewhere it says
# what to install and fails. When nothing is missing it touches neither the network nor the system.
set -eu
cd "$(dirname "$0")/.."

# group  probe                                   Debian, Ubuntu           Fedora                  Arch
needs='
cc       compiler:                               gcc                      gcc                     gcc
cc       header:stdlib.h                         libc6-dev                glibc-devel             glibc
window   command:pkg-config                      pkg-config               pkgconf-pkg-config      pkgconf
window   header:GL/gl.h                          libgl-dev                mesa-libGL-devel        libglvnd
window   header:EGL/egl.h                        libegl-dev               mesa-libEGL-devel       libglvnd
window   header:X11/Xlib.h                       libx11-dev               libX11-devel            libx11
window   header:X11/extensions/shape.h           libxext-dev              libXext-devel           libxext
window   header:X11/Xcursor/Xcursor.h            libxcursor-dev           libXcursor-devel        libxcursor
window   header:X11/extensions/Xrandr.h          libxrandr-dev            libXrandr-devel         libxrandr
window   header:X11/extensions/Xinerama.h        libxinerama-dev          libXinerama-devel       libxinerama
window   header:X11/extensions/XInput2.h         libxi-dev                libXi-devel             libxi
window   header:X11/extensions/xf86vmode.h       libxxf86vm-dev           libXxf86vm-devel        libxxf86vm
window   header:xkbcommon/xkbcommon-compose.h    libxkbcommon-dev         libxkbcommon-devel      libxkbcommon
window   header:wayland-client.h                 libwayland-dev           wayland-devel           wayland
window   header:wayland-egl.h                    libwayland-dev           wayland-devel           wayland
e2e      command:Xvfb                            xvfb                     xorg-x11-server-Xvfb    xorg-server-xvfb
e2e      command:openbox                         openbox                  openbox                 openbox
e2e      command:xdotool                         xdotool                  xdotool                 xdotool
e2e      command:xclip                           xclip                    xclip                   xclip
e2e      command:xmodmap                         x11-xserver-utils        xmodmap                 xorg-xmodmap
e2e      command:import                          imagemagick              ImageMagick             imagemagick
e2e      command:unzip                           unzip                    unzip                   unzip
e2e      file:dri/swrast_dri.so                  libgl1-mesa-dri          mesa-dri-drivers        mesa
office   command:soffice                         libreoffice-calc         libreoffice-calc        libreoffice-fresh
office   command:npm                             npm                      nodejs-npm              npm
office   command:java                            default-jre-headless     java-latest-openjdk-headless jre-openjdk-headless
office   file:program/libswlo.so                 libreoffice-writer       libreoffice-writer      libreoffice-fresh
office   command:pdftoppm                        poppler-utils            poppler-utils           poppler
office   file:Carlito-Regular.ttf                fonts-crosextra-carlito  google-carlito-fonts    ttf-carlito
'

say() { printf '%s\n' "$*" >&2; }
have() { command -v "$1" >/dev/null 2>&1; }

# asked GROUP: is the group among those that this run was asked for?
asked() { case " $groups " in *" $1 "*) ;; *) return 1 ;; esac; }

# present PROBE: is there what the probe looks for? Headers are asked of the compiler, which knows where it looks;
# where there is no compiler yet, the usual places have to do.
present() {
	what=${1#*:}
	case $1 in
	compiler:) have "${CC:-gcc}" ;;
	command:*) have "$what" ;;
	header:*)
		if have "${CC:-gcc}"; then
			printf '#include <%s>\n' "$what" | "${CC:-gcc}" -E -x c - >/dev/null 2>&1
		else
			found /usr/include/"$what" /usr/include/*/"$what"
		fi
		;;
	# Distributions nest these folders differently.
	file:*) [ -n "$(find /usr/lib /usr/lib64 /usr/share/fonts -path "*/$what" 2>/dev/null | head -n 1)" ] ;;
	esac
}

# found FILE...: is one of these files there?
found() {
	for file in "$@"; do
		if [ -e "$file" ]; then return 0; fi
	done
	return 1
}

# check_go fails where Go is missing, or too old to fetch by itself the version that go.mod asks for.
check_go() {
	wanted=$(sed -n 's/^go //p' go.mod)
	if ! have go; then
		say "Go is missing. Primadesk needs Go $wanted: https://go.dev/dl/"
		exit 1
	fi
	minor=$(GOTOOLCHAIN=local go env GOVERSION 2>/dev/null | sed -n 's/^go1\.\([0-9]*\).*/\1/p')
	if [ -n "$minor" ] && [ "$minor" -lt 21 ]; then
		say "This is $(GOTOOLCHAIN=local go version). Primadesk needs Go $wanted (or at least 1.21, which fetches it): https://go.dev/dl/"
		exit 1
	fi
}

# certificates_missing: Go modules still have to be fetched, and there is nothing to trust their server by.
certificates_missing() {
	[ -z "${SSL_CERT_FILE:-}${SSL_CERT_DIR:-}" ] || return 1
	! found /etc/ssl/certs/ca-certificates.crt /etc/pki/tls/certs/ca-bundle.crt /etc/ssl/cert.pem /etc/ssl/ca-bundle.pem || return 1
	! GOPROXY=off GOTOOLCHAIN=local go list -deps ./... >/dev/null 2>&1
}

# install_with_apt PACKAGE...
install_with_apt() {
	as_root=
	if [ "$(id -u)" -ne 0 ]; then
		if ! have sudo; then
			say "Missing here: $*"
			say "Run as root:  apt-get update && apt-get install $*"
			exit 1
		fi
		as_root=sudo
	fi
	say "Installing what is missing: $*"
	# A third-party list that cannot be read must not stop us: whether the packages can be had, install decides.
	$as_root apt-get update -qq || say "apt-get update failed; trying with the lists that are here."
	if ! $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >&2; then
		say "Could not install: $*"
		say "Run this once, with a connection:  ${as_root:+sudo }apt-get update && ${as_root:+sudo }apt-get install $*"
		exit 1
	fi
}

groups="$*"
check_go

case $(uname -s) in
Linux) ;;
Darwin)
	if asked cc && ! xcode-select -p >/dev/null 2>&1; then
		say "The C compiler is missing. On macOS run:  xcode-select --install"
		exit 1
	fi
	if asked e2e || asked office; then say "This target runs on Linux only."; exit 1; fi
	exit 0
	;;
MINGW* | MSYS* | CYGWIN*)
	if asked cc && ! have "${CC:-gcc}"; then
		say "The C compiler is missing. On Windows install MSYS2 (https://www.msys2.org), and in its UCRT64 shell run:"
		say "  pacman -S --needed make mingw-w64-ucrt-x86_64-gcc"
		exit 1
	fi
	if asked e2e || asked office; then say "This target runs on Linux only."; exit 1; fi
	exit 0
	;;
esac

apt='' dnf='' pacman=''
if certificates_missing; then apt=' ca-certificates' dnf=' ca-certificates' pacman=' ca-certificates'; fi
while read -r group probe debian fedora arch; do
	if [ -n "$group" ] && asked "$group" && ! present "$probe"; then
		case "$apt " in *" $debian "*) continue ;; esac
		apt="$apt $debian" dnf="$dnf $fedora" pacman="$pacman $arch"
	fi
done <<LIST
$needs
LIST
[ -n "$apt" ] || exit 0

if have apt-get; then
	# shellcheck disable=SC2086 # a list of package names
	install_with_apt $apt
	exit 0
fi
say "Something that this needs is missing. Install it, and run the same command again:"
if have dnf; then
	say "  sudo dnf install$dnf"
elif have pacman; then
	say "  sudo pacman -S --needed$pacman"
else
	say "  Debian, Ubuntu:  sudo apt-get install$apt"
	say "  Fedora:          sudo dnf install$dnf"
	say "  Arch:            sudo pacman -S --needed$pacman"
fi
exit 1
