/** A page of paper as it will be printed: the same layout as the PDF, drawn as a picture whose text can be read. */
import { useId } from 'react';
import type { PaperPageView } from '../../../contract/procedures/paper.ts';
import { INKS } from '../../../domain/paper/page.ts';
import { useAnswer } from '../../data/use-answer.ts';
import './paper.css';

const MILLIMETRES_OF_A_POINT = 25.4 / 72;

const FACES = {
  voice: { family: 'Literata', weight: 400 },
  'voice-strong': { family: 'Literata', weight: 600 },
  ui: { family: 'Atkinson Hyperlegible Next', weight: 400 },
  'ui-strong': { family: 'Atkinson Hyperlegible Next', weight: 600 },
} as const;

const ANCHORS = { end: 'end', middle: 'middle' } as const;

export function PaperView({ page, label }: { readonly page: PaperPageView; readonly label: string }) {
  const id = useId();
  return (
    <svg
      className="paper"
      viewBox={`0 0 ${page.width} ${page.height}`}
      lang={page.language}
      aria-labelledby={id}
      // A drawing of a page is one picture to who cannot see it; its name says whose letter it is.
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an <img> could not use our fonts
      role="img"
    >
      <title id={id}>{label}</title>
      {page.blocks.flatMap(({ parts }) => parts.map((part) => <Part key={placeOf(part)} part={part} />))}
    </svg>
  );
}

/** No two things stand at one place. */
function placeOf(part: PartView): string {
  return `${part.kind} ${part.x} ${part.y}`;
}

type PartView = PaperPageView['blocks'][number]['parts'][number];

function Part({ part }: { readonly part: PartView }) {
  switch (part.kind) {
    case 'text': {
      const { family, weight } = FACES[part.font];
      return (
        <text
          x={part.x}
          y={part.y}
          fill={INKS[part.ink ?? 'black']}
          fontFamily={family}
          fontWeight={weight}
          fontSize={part.size * MILLIMETRES_OF_A_POINT}
          textAnchor={part.align === undefined ? 'start' : ANCHORS[part.align]}
        >
          {part.text}
        </text>
      );
    }
    case 'line':
      return (
        <line x1={part.x} y1={part.y} x2={part.toX} y2={part.toY} stroke={INKS[part.ink]} strokeWidth={part.width} />
      );
    case 'box':
      return (
        <rect
          x={part.x}
          y={part.y}
          width={part.width}
          height={part.height}
          fill={part.isOpen === true ? 'none' : INKS[part.ink]}
          stroke={part.isOpen === true ? INKS[part.ink] : 'none'}
          strokeWidth={part.edge ?? 0.2}
        />
      );
    case 'picture':
      return <Picture part={part} />;
  }
}

function Picture({ part }: { readonly part: Extract<PartView, { kind: 'picture' }> }) {
  const { data } = useAnswer('charity.picture', { id: part.picture });
  if (data === undefined) return null;
  return <image href={data.url} x={part.x} y={part.y} width={part.width} height={part.height} />;
}
