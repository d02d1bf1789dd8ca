/** Street and town by the register of postcodes, as soon as postcode and house number are typed. A help, never a must. */
import { useTranslation } from 'react-i18next';
import { dutchPostcode } from '../../../domain/postal-address.ts';
import { proposeAddress, readStreetLine } from '../../../domain/postcodes/house-number.ts';
import { CommandButton } from '../../commands/command-button.tsx';
import { useAnswer } from '../../data/use-answer.ts';
import type { FieldTexts } from './correction-fields.ts';

interface StreetProposalProps {
  readonly texts: FieldTexts;
  readonly onTake: (texts: FieldTexts) => void;
}

export function StreetProposal({ texts, onTake }: StreetProposalProps) {
  const postcode = texts['country'] === 'NL' ? dutchPostcode(texts['postcode'] ?? '') : null;
  const line = readStreetLine(texts['street'] ?? '');
  if (postcode === null || line === null) return null;
  return <Proposal texts={texts} onTake={onTake} postcode={postcode} houseNumber={line.number} />;
}

interface ProposalProps extends StreetProposalProps {
  readonly postcode: string;
  readonly houseNumber: number;
}

function Proposal({ texts, onTake, postcode, houseNumber }: ProposalProps) {
  const { t } = useTranslation();
  const { data } = useAnswer('call.findStreets', { postcode, houseNumber });
  const typed = { street: texts['street'] ?? '', town: texts['town'] ?? '' };
  const proposed = data === undefined ? null : proposeAddress(typed, data.streets);
  if (proposed === null) return null;
  const { street, town } = proposed;
  return (
    <CommandButton
      className="btn street-proposal"
      command="editor.propose"
      onRun={() => onTake({ ...texts, street, town })}
    >
      {t('call.editor.propose', { address: `${street}, ${town}` })}
    </CommandButton>
  );
}
