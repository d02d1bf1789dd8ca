/** The line icons of the house. They never stand without a word, so they are hidden from screen readers. */
import type { ReactNode } from 'react';

const DRAWINGS = {
  sent: (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="m8 12.5 3 3 5.5-6.5" />
    </>
  ),
  disk: (
    <>
      <path d="M6 4h10l3 3v13H6z" />
      <path d="M9 4v5h6V4M9 20v-6h7v6" />
    </>
  ),
  triangle: (
    <>
      <path d="M12 4 2.500 20h19z" />
      <path d="M12 10v4.500M12 17.500v.01" />
    </>
  ),
  octagon: (
    <>
      <path d="M8 3h8l5 5v8l-5 5H8l-5-5V8z" />
      <path d="M12 8v5M12 16v.01" />
    </>
  ),
  database: (
    <>
      <path d="M4 6c0-2 3.500-3 8-3s8 1 8 3-3.500 3-8 3-8-1-8-3z" />
      <path d="M4 6v12c0 2 3.500 3 8 3s8-1 8-3V6M4 12c0 2 3.500 3 8 3s8-1 8-3" />
    </>
  ),
  file: (
    <>
      <path d="M6 3h8l4 4v14H6z" />
      <path d="M14 3v4h4M9 12h6M9 16h6" />
    </>
  ),
  arrows: <path d="M4 8h13l-3-3M20 16H7l3 3" />,
  phone: <path d="M5 4h4l2 5-2.500 1.500a11 11 0 0 0 5 5L15 13l5 2v4a2 2 0 0 1-2 2A16 16 0 0 1 3 6a2 2 0 0 1 2-2z" />,
  lock: <path d="M6 11h12v9H6zM8.500 11V8a3.500 3.500 0 0 1 7 0v3M12 15v2" />,
  tick: <path d="m4 13 5 5L20 6" />,
  pencil: <path d="M4 20l1-5L16 4l4 4L9 19zM14 6l4 4" />,
  ring: <circle cx="12" cy="12" r="8" strokeDasharray="3 3" />,
  clock: (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="M12 7v5l3.500 2" />
    </>
  ),
  thumbUp: (
    <path d="M8 11v9H4v-9zM8 11l4-8c1.700 0 2.600 1.200 2.300 2.800L13.600 10H18a2 2 0 0 1 2 2.400l-1.300 6A2 2 0 0 1 16.700 20H8" />
  ),
  thumbDown: (
    <path d="M8 13V4H4v9zM8 13l4 8c1.700 0 2.600-1.200 2.300-2.800L13.600 14H18a2 2 0 0 0 2-2.400l-1.300-6A2 2 0 0 0 16.700 4H8" />
  ),
  shield: <path d="M12 3 5 6v6c0 4.500 3 7.500 7 9 4-1.500 7-4.500 7-9V6z" />,
  cross: <path d="m6 6 12 12M18 6 6 18" />,
  down: <path d="m6 9.500 6 6 6-6" />,
  person: (
    <>
      <circle cx="12" cy="8.500" r="4" />
      <path d="M4.500 20.500c.8-4 3.800-6 7.500-6s6.700 2 7.500 6" />
    </>
  ),
  angry: (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="M8 16.500q4-3.500 8 0M7.500 8.500l2.500 1.500M16.500 8.500 14 10" />
    </>
  ),
  disappointed: (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="M8.500 16q3.500-2 7 0M9 9.800v.01M15 9.800v.01" />
    </>
  ),
  neutral: (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="M8.500 15.500h7M9 9.800v.01M15 9.800v.01" />
    </>
  ),
  happy: (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="M8.500 14.500q3.500 2.800 7 0M9 9.800v.01M15 9.800v.01" />
    </>
  ),
  delighted: (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="M7.500 13.500h9q-.500 4-4.500 4t-4.500-4zM8 9.500q1-1.200 2 0M14 9.500q1-1.200 2 0" />
    </>
  ),
} as const satisfies Record<string, ReactNode>;

export type IconName = keyof typeof DRAWINGS;

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className="i" viewBox="0 0 24 24" aria-hidden="true">
      {DRAWINGS[name]}
    </svg>
  );
}
