#!/bin/sh
# enter.sh ROOT COMMAND...: runs a command with ROOT as its whole disk. Called in a mount and PID namespace of its own
# (debian-root.ts), so that every mount and every process ends with it. The root is really exchanged (pivot_root): in a
# chroot the kernel refuses the user namespaces that Chromium's sandbox is made of.
set -e
root=$1
shift
mount --bind "$root" "$root"
mount -t proc proc "$root/proc"
mount --rbind /sys "$root/sys"
mount -t tmpfs -o mode=755 dev "$root/dev"
for name in null zero full random urandom tty; do
  touch "$root/dev/$name"
  mount --bind "/dev/$name" "$root/dev/$name"
done
mkdir "$root/dev/shm" "$root/dev/pts"
mount -t tmpfs -o mode=1777 shm "$root/dev/shm"
mount -t devpts -o newinstance,ptmxmode=0666,mode=620 devpts "$root/dev/pts"
ln -s pts/ptmx "$root/dev/ptmx"
ln -s /proc/self/fd "$root/dev/fd"
mount -t tmpfs -o mode=1777 tmp "$root/tmp"
mkdir -p "$root/.machine"
cd "$root"
pivot_root . .machine
cd /
umount -l /.machine
# Not in its place: the first process of the namespace stays root's own. One that changes its user would no longer be ended
# with us, and with it all the others.
"$@" || exit $?
exit 0
