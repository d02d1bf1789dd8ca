/** The words by which Debian knows the package. */
export const MAINTAINER = 'Dankbel contributors <dankbel@example.org>';
const NAME = 'dankbel';
const ARCHITECTURE = 'amd64';

export function fileNameOf(version: string): string {
  return `${NAME}_${version}_${ARCHITECTURE}.deb`;
}

export interface ControlOptions {
  readonly version: string;
  /** Of all files, in kibibytes. */
  readonly installedSize: number;
}

/**
 * The libraries are those of Node's own binary (its BUILDING.md: glibc 2.28, libstdc++ of GCC 8); the browser is
 * Debian's, or Google's where it is there already. Ubuntu's `chromium-browser` is a snap that may not see the profile.
 */
export function controlOf({ version, installedSize }: ControlOptions): string {
  return `Package: ${NAME}
Version: ${version}
Architecture: ${ARCHITECTURE}
Maintainer: ${MAINTAINER}
Installed-Size: ${installedSize}
Depends: chromium | google-chrome-stable, libc6 (>= 2.28), libgcc-s1 (>= 3.4), libstdc++6 (>= 8)
Conflicts: dankbel-desktop
Section: misc
Priority: optional
Description: thank-you phone workstation of a charity
 Dankbel tells each person in the office which donor to call today and why,
 puts everything needed for that one conversation on the screen, records what
 came out of it, corrects the donor's details, and brings all of that back to
 the charity's central CRM. It works the whole day without a network.
 .
 This package shows the app in a window of Chromium. It brings its own Node.js,
 which no other program sees. Removing it leaves the data of the people who
 worked with it where it is.
`;
}
